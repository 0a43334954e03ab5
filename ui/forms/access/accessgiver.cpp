#include "ui/forms/access/accessgiver.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"

namespace letopis {

AccessGiver::AccessGiver(const AccessParts &parts, QWidget *window) : QObject(window), m_parts(parts), m_window(window) {}

void AccessGiver::give(const AccessPreviewDialog::Wording &wording, const QList<WishedAccess> &wishes)
{
    if (m_isBusy || wishes.isEmpty())
        return;
    m_isBusy = true;
    readNext(wording, wishes.mid(0, mostItems), {});
}

// One after another: a hundred lists at once would stand in the way of everything else.
void AccessGiver::readNext(const AccessPreviewDialog::Wording &wording, const QList<WishedAccess> &wishes,
                           QList<AccessPreviewDialog::Step> steps)
{
    if (steps.size() == wishes.size())
        return open(wording, wishes, steps);
    const WishedAccess wish = wishes.at(steps.size());
    whenDone(m_parts.workspace.access().list(m_parts.actor, wish.subject.item), this,
             [this, wording, wishes, wish, steps](const Result<AccessList> &list) mutable {
                 if (!list) {
                     finish();
                     Q_EMIT failed(list.error());
                     return;
                 }
                 readNext(wording, wishes, steps + QList{stepFor(wish, *list)});
             });
}

AccessPreviewDialog::Step AccessGiver::stepFor(const WishedAccess &wish, const AccessList &list) const
{
    QList<GrantEntry> before;
    QList<GrantEntry> after;
    for (const NamedGrant &grant : list.entries) {
        before += grant.entry;
        const auto *person = std::get_if<PersonId>(&grant.entry.principal);
        if (!person || !wish.people.contains(*person))
            after += grant.entry;
    }
    for (const PersonId person : wish.people)
        after += {.principal = person, .permission = wish.permission, .untilMs = 0};
    AccessDesk &desk = m_parts.workspace.access();
    return {.subject = wish.subject, .change = SetAccessList{wish.subject.item, after},
            .apply = [&desk, actor = m_parts.actor, item = wish.subject.item, before, after](const AccessPreview &) {
                return desk.replaceList(actor, item, before, after);
            }};
}

void AccessGiver::open(const AccessPreviewDialog::Wording &wording, const QList<WishedAccess> &wishes,
                       const QList<AccessPreviewDialog::Step> &steps)
{
    auto *dialog = new AccessPreviewDialog(m_parts, wording, steps, m_window);
    connect(dialog, &AccessPreviewDialog::applied, this, [this, wishes](const QList<Result<>> &results) { Q_EMIT given(wishes, results); });
    connect(dialog, &QObject::destroyed, this, &AccessGiver::finish);
    dialog->open();
}

void AccessGiver::finish()
{
    m_isBusy = false;
    Q_EMIT finished();
}

} // namespace letopis
