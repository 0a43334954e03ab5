#pragma once

#include <QWidget>

namespace letopis {

// Where a list will be while its first rows are read.
class SkeletonRows final : public QWidget
{
    Q_OBJECT

public:
    explicit SkeletonRows(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace letopis
