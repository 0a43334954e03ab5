#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace letopis {

// What a list shows instead of rows: why it is empty, and the next step as a button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    // An empty `action` shows no button.
    void setState(QStringView icon, const QString &title, const QString &text, const QString &action = {});
    QPushButton *button() const { return m_button; }
    QString title() const;

Q_SIGNALS:
    void actionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QString m_iconName;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace letopis
