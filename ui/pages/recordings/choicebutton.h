#pragma once

#include <QStyleOptionComboBox>
#include <QToolButton>

namespace letopis {

// A filter with several choices at once: a button that says what is chosen, and a menu of check boxes that stays open.
class ChoiceButton final : public QToolButton
{
    Q_OBJECT

public:
    // `anyText` is shown while nothing is chosen: "Any state".
    explicit ChoiceButton(const QString &anyText, QWidget *parent = nullptr);

    // Keeps what is chosen, where it is still offered; says so where it is not.
    void setChoices(const QList<QPair<QString, QVariant>> &textsAndValues);
    QVariantList chosen() const;
    void setChosen(const QVariantList &values); // emits nothing
    QMenu *choiceMenu() const { return m_menu; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override; // as a combo box, among which it stands

Q_SIGNALS:
    void choiceChanged();

private:
    void updateText();
    QStyleOptionComboBox comboOption() const;

    QString m_anyText;
    QList<QPair<QString, QVariant>> m_choices;
    QMenu *m_menu = nullptr;
};

} // namespace letopis
