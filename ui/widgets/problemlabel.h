#pragma once

#include <QLabel>

namespace letopis {

// What is wrong with the field above it, in a red that reads on light and dark; hidden while it has nothing to say.
class ProblemLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    void setProblem(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();
};

} // namespace letopis
