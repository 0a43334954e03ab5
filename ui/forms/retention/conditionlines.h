#pragma once

#include "core/retention/retentionpolicy.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace letopis {

// What a policy's filter asks of a recording: any number of lines, all of which must hold.
class ConditionLines final : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionLines(QWidget *parent = nullptr);

    void setConditions(const QList<RetentionCondition> &conditions);
    QList<RetentionCondition> conditions() const; // as they are typed
    void followOnTab(QWidget *field); // once both are in one window: Tab comes here after it

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        QWidget *row = nullptr;
        QComboBox *field = nullptr;
        QLineEdit *key = nullptr;
        QComboBox *match = nullptr;
        QLineEdit *text = nullptr;
        QSpinBox *number = nullptr;
        QComboBox *state = nullptr;
        QToolButton *remove = nullptr;
    };

    void addLine(const RetentionCondition &condition);
    void fill(const Line &line, const RetentionCondition &condition);
    void removeLine(QWidget *row);
    void nameLines();
    void orderLines();
    static void showFields(const Line &line);

    QList<Line> m_lines;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
    QWidget *m_before = nullptr; // on Tab
};

} // namespace letopis
