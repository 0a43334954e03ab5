#pragma once

#include <QLineEdit>

namespace letopis {

// The search over the catalog. Escape clears it, Down and Enter go to the results.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void leftForResults();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace letopis
