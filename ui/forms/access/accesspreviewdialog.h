#pragma once

#include "core/access/accessanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace letopis {

class MessageBar;

// Who gains and who loses what, before it happens; then it happens, one item after another, with what came of each. A change
// that a guard forbids is not made.
class AccessPreviewDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Wording
    {
        QString title;
        QString accept; // a verb
        bool isOfPeople = false; // the steps are changes of people and groups: their subjects' names tell of which
    };
    struct Step
    {
        AccessSubject subject;
        AccessChange change;
        std::function<QFuture<Result<>>(const AccessPreview &shown)> apply;
        std::optional<NamedPreview> preview = {}; // known already, whatever `change` says
    };

    AccessPreviewDialog(const AccessParts &parts, const Wording &wording, const QList<Step> &steps, QWidget *parent = nullptr);

    void reject() override;

Q_SIGNALS:
    // Of each step, in order. The dialog closes by itself where all went well, and where there is one step.
    void applied(const QList<letopis::Result<>> &results);

private:
    void layOut();
    void previewNext(qsizetype step);
    void onPreviewed(qsizetype step, const Result<NamedPreview> &preview);
    void showPeople(QTreeWidgetItem *parent, const NamedPreview &preview);
    static QString failureText(const Error &error);
    static void setOutcome(QTreeWidgetItem &item, const QString &text);
    void applyNext(qsizetype step);
    void onApplied();
    bool isSingle() const { return m_steps.size() == 1; }
    void update();

    const AccessParts m_parts;
    const QList<Step> m_steps;
    const bool m_isOfPeople;
    MessageBar *m_messages;
    QLabel *m_summary;
    QTreeWidget *m_tree;
    QPushButton *m_accept = nullptr;
    QPushButton *m_close = nullptr;
    QList<bool> m_isPossible; // of each step, once previewed
    QList<AccessPreview> m_previews;
    QList<Result<>> m_results;
    QStringList m_guarded;
    bool m_isPreviewed = false;
    bool m_isApplying = false;
    bool m_isDone = false;
};

} // namespace letopis
