#include "ui/forms/retention/retentioncommands.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/holddialog.h"
#include "ui/forms/retention/ownretentiondialog.h"
#include "ui/forms/retention/releasequestion.h"
#include "ui/text/retentiontext.h"

#include <QPointer>
#include <QWidget>

#include <utility>

namespace letopis {

RetentionCommands::RetentionCommands(const AccessParts &parts, QWidget *window) : QObject(window), m_parts(parts), m_window(window) {}

void RetentionCommands::changeOwn(const QList<RecordingId> &recordings, const QString &title)
{
    if (recordings.isEmpty())
        return;
    RetentionDesk &desk = m_parts.workspace.retention();
    if (recordings.size() == 1) {
        whenDone(desk.decisionFor(m_parts.actor, recordings.first()), this, [this, recordings, title](const Result<RetentionExplanation> &why) {
            if (!why)
                return Q_EMIT failed(retentionErrorText(why.error()));
            openOwn(recordings, title, why->own, why->timeZone);
        });
        return;
    }
    whenDone(desk.timeZone(m_parts.actor), this, [this, recordings, title](const Result<QByteArray> &zone) {
        if (!zone)
            return Q_EMIT failed(retentionErrorText(zone.error()));
        openOwn(recordings, title, {}, *zone);
    });
}

void RetentionCommands::openOwn(const QList<RecordingId> &recordings, const QString &title, const std::optional<OwnRetention> &stored,
                                const QByteArray &zone)
{
    auto *dialog = new OwnRetentionDialog(m_parts, recordings, title, stored, zone, m_window);
    connect(dialog, &OwnRetentionDialog::stored, this, [this, recordings, stored](const OwnRetention &own) { onOwnSet(recordings, stored, own); });
    dialog->open();
}

void RetentionCommands::onOwnSet(const QList<RecordingId> &recordings, const std::optional<OwnRetention> &before, const OwnRetention &after)
{
    m_undo = {};
    if (before) {
        m_undo = [this, recordings, before = *before, after] {
            whenDone(m_parts.workspace.retention().setOwn(m_parts.actor, recordings, after, before), this, [this](const Result<> &undone) {
                if (!undone)
                    return Q_EMIT failed(retentionErrorText(undone.error()));
                Q_EMIT done(tr("It is as it was."), false);
            });
        };
    }
    const auto count = static_cast<int>(recordings.size());
    switch (after.kind) {
    case OwnRetention::Kind::AsPolicySays: return Q_EMIT done(tr("%n recording(s) follow(s) the policies.", nullptr, count), before.has_value());
    case OwnRetention::Kind::Never: return Q_EMIT done(tr("%n recording(s) stay(s), whatever the policies say.", nullptr, count), before.has_value());
    case OwnRetention::Kind::OnDate: break;
    }
    Q_EMIT done(tr("%n recording(s) go(es) to the trash on %1.", nullptr, count).arg(retentionDay(after.date)), before.has_value());
}

void RetentionCommands::hold(const QList<RecordingId> &recordings, const QString &title)
{
    if (recordings.isEmpty())
        return;
    auto *dialog = new HoldDialog(m_parts, recordings, title, m_window);
    connect(dialog, &HoldDialog::stored, this,
            [this, count = static_cast<int>(recordings.size())] { Q_EMIT done(tr("%n recording(s) held.", nullptr, count), false); });
    dialog->open();
}

void RetentionCommands::release(const LegalHold &hold)
{
    askToRelease(m_parts, m_window, hold, [self = QPointer(this)](const Result<> &released) {
        if (!self || (!released && released.error().kind == ErrorKind::Cancelled))
            return;
        if (released)
            Q_EMIT self->done(tr("The hold is released."), false);
        else
            Q_EMIT self->failed(retentionErrorText(released.error()));
    });
}

void RetentionCommands::undo()
{
    if (const auto undo = std::exchange(m_undo, {}))
        undo();
}

} // namespace letopis
