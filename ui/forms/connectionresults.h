#pragma once

#include "core/workspace/workspace.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace letopis {

// How each step of a connection test ended, in words: the API, then the SSH account and the data root, then
// what deleting can do there.
class ConnectionResults final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionResults(QWidget *parent = nullptr);

    void showTesting(bool withDisk);
    void showReport(const ConnectionReport &report, bool withDisk);

private:
    struct Line
    {
        QLabel *icon = nullptr;
        QLabel *title = nullptr;
        QLabel *text = nullptr;
    };
    enum class Mark { None, Running, Good, Bad, Note };

    Line addLine(const QString &name, const QString &title);
    void show(const Line &line, Mark mark, const QString &text);

    QGridLayout *m_grid;
    Line m_api;
    Line m_disk;
    Line m_deletion;
};

QString apiResultText(const Result<ApiIdentity> &result);
QString diskResultText(const Result<DiskIdentity> &result);
QString deletionResultText(const Result<DiskAbility> &result);
// Whether installing the script would help.
bool wantsRecipe(const Result<DiskAbility> &result);

} // namespace letopis
