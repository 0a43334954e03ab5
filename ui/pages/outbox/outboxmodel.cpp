#include "ui/pages/outbox/outboxmodel.h"

#include "core/base/whendone.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/models/rowdifference.h"
#include "ui/text/dates.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestCell = 200; // more is in the tool tip

QStringView iconNameFor(EditState state)
{
    switch (state) {
    case EditState::Pending: return u"clock";
    case EditState::Settling: return u"check";
    case EditState::Conflict: return u"warning";
    case EditState::CatalogOnly: return u"information";
    }
    return u"clock";
}

} // namespace

OutboxModel::OutboxModel(Workspace &workspace, Actor actor, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_actor(std::move(actor)), m_clock(clock)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(100ms);
    connect(&m_settle, &QTimer::timeout, this, &OutboxModel::reload);
    const auto readSoon = [this] {
        if (!m_settle.isActive())
            m_settle.start();
    };
    connect(&workspace.editor(), &RecordingEditor::outboxChanged, this, readSoon);
    connect(&workspace, &Workspace::serversChanged, this, readSoon); // one that was removed is sent nothing
    connect(&workspace.editor(), &RecordingEditor::fieldDefinitionsChanged, this, &OutboxModel::readDefinitions);
}

void OutboxModel::readDefinitions()
{
    whenDone(m_workspace.editor().fieldDefinitions(m_actor, true), this, [this](const Result<QList<FieldDefinition>> &all) {
        if (!all || m_definitions == *all)
            return;
        m_definitions = *all;
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, Field), index(rowCount() - 1, After));
    });
}

void OutboxModel::reload()
{
    m_settle.stop();
    if (m_definitions.isEmpty())
        readDefinitions();
    whenDone(m_workspace.editor().outbox(m_actor, m_withCatalogOnly), this,
             [this, generation = ++m_generation](const Result<QList<OutboxEntry>> &entries) {
                 if (generation != m_generation)
                     return;
                 m_isLoaded = true;
                 m_error = entries ? std::nullopt : std::optional(entries.error());
                 if (entries)
                     show(*entries);
                 Q_EMIT read();
             });
}

void OutboxModel::setWithCatalogOnly(bool with)
{
    if (std::exchange(m_withCatalogOnly, with) != with)
        reload();
}

void OutboxModel::show(const QList<OutboxEntry> &entries)
{
    struct Editor
    {
        OutboxModel &model;
        void remove(int first, int last)
        {
            model.beginRemoveRows({}, first, last);
            model.m_rows.erase(model.m_rows.begin() + first, model.m_rows.begin() + last + 1);
            model.endRemoveRows();
        }
        void insert(int at, std::vector<Row> rows)
        {
            model.beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
            model.m_rows.insert(model.m_rows.begin() + at, std::make_move_iterator(rows.begin()),
                                std::make_move_iterator(rows.end()));
            model.endInsertRows();
        }
        void move(int from, int to)
        {
            model.beginMoveRows({}, from, from, {}, to);
            std::rotate(model.m_rows.begin() + to, model.m_rows.begin() + from, model.m_rows.begin() + from + 1);
            model.endMoveRows();
        }
        void update(int row, const Row &wanted)
        {
            model.m_rows[static_cast<size_t>(row)] = wanted;
            Q_EMIT model.dataChanged(model.index(row, 0), model.index(row, ColumnCount - 1));
        }
    };
    std::vector<Row> wanted;
    wanted.reserve(static_cast<size_t>(entries.size()));
    for (const OutboxEntry &one : entries)
        wanted.push_back({one});
    Editor editor{*this};
    applyRows(m_rows, wanted, editor,
              [](const Row &row) { return std::pair(row.entry.edit.recording.value, row.entry.edit.field); });
}

QString OutboxModel::stateSentence(const OutboxEntry &entry)
{
    return entry.isServerRemoved ? tr("Its server was removed: it stays in this catalog, and is sent should the server be connected again.")
                                 : editStateSentence(entry.edit);
}

FieldDefinition OutboxModel::definitionOf(const OutboxEntry &entry) const
{
    return fieldDefinition(entry.edit.field, m_definitions);
}

int OutboxModel::waitingCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.entry.edit.state != EditState::CatalogOnly && !row.entry.isServerRemoved;
    }));
}

int OutboxModel::conflictCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.entry.edit.state == EditState::Conflict && !row.entry.isServerRemoved;
    }));
}

QList<ServerId> OutboxModel::serversToPush() const
{
    QList<ServerId> servers;
    for (const Row &row : m_rows) {
        const EditState state = row.entry.edit.state;
        const bool waits = (state == EditState::Pending || state == EditState::Settling) && !row.entry.isServerRemoved;
        if (waits && !servers.contains(row.entry.server))
            servers += row.entry.server;
    }
    return servers;
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OutboxModel::text(const OutboxEntry &entry, int column) const
{
    const auto value = [&](const QString &canonical) {
        return canonical.isEmpty() ? tr("(empty)") : fieldValueText(definitionOf(entry), canonical);
    };
    switch (column) {
    case Recording: return entry.recordingTitle.isEmpty() ? tr("Untitled") : entry.recordingTitle;
    case Field: return fieldLabel(definitionOf(entry));
    case Before: return value(entry.edit.theirs);
    case After: return value(entry.edit.ours);
    case State: return entry.isServerRemoved ? tr("Server removed") : editStateText(entry.edit.state);
    case NextTry: {
        if (entry.isServerRemoved || (entry.edit.state != EditState::Pending && entry.edit.state != EditState::Settling))
            return {};
        const QDateTime &next = entry.edit.nextAttemptAt;
        const QString when = !next.isValid() || next <= m_clock.now() ? tr("with the next sync or push")
                                                                      : relativeDate(next, m_clock.now());
        return entry.edit.attempts == 0 ? when
                                        : tr("%1, after %n attempt(s)", nullptr, entry.edit.attempts).arg(when);
    }
    default: return {};
    }
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OutboxEntry &one = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(one, index.column()).left(longestCell).simplified();
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == State ? stateSentence(one) : text(one, index.column()).left(4000));
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(themedIcon(one.isServerRemoved ? u"information" : iconNameFor(one.edit.state))) : QVariant();
    default: return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Recording: return tr("Recording");
    case Field: return tr("Field");
    case Before: return tr("On the server");
    case After: return tr("Here");
    case State: return tr("State");
    case NextTry: return tr("Is sent");
    default: return {};
    }
}

} // namespace letopis
