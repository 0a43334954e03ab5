#pragma once

#include <QLabel>

namespace letopis {

// What is wrong with the field above it, in a red that reads on light and dark, or in amber what should only be
// looked at; hidden while it has nothing to say.
class ProblemLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    void setProblem(const QString &text);
    void setWarning(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    bool m_isWarning = false;
};

} // namespace letopis
