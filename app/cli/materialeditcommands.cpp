#include "app/cli/materialeditcommands.h"

#include "app/cli/materialanswer.h"
#include "app/cli/materialcommands.h"
#include "app/cli/text.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Materials = QList<Material>;

// remove, restore, rename, describe, move: one edit after the other, then to the server.
class MaterialEditCommand final : public MaterialCommand
{
public:
    // Of all materials of the recording, the trash included, those that were named.
    using Edit = std::function<QFuture<Result<>>(MaterialShelf &, const Actor &, const Material &, const Materials &all)>;

    MaterialEditCommand(Session &session, QString recording, QStringList named, Edit edit, bool isOffline)
        : MaterialCommand(session, std::move(recording))
        , m_named(std::move(named))
        , m_edit(std::move(edit))
        , m_isOffline(isOffline)
    {
    }

private:
    void show(const RecordingDetails &recording) override
    {
        onValue(shelf().materials(session().actor, recording.row.id, true), [this, recording](const Materials &all) {
            const Result<Materials> wanted = materialsNamed(all, m_named);
            if (!wanted)
                return fail(wanted.error());
            editNext(recording, *wanted, all);
        });
    }

    void editNext(const RecordingDetails &recording, const Materials &left, const Materials &all)
    {
        if (left.isEmpty())
            return m_isOffline ? list(recording.row.id, true, ExitCode::Done) : exchangeAndList(recording);
        onValue(m_edit(shelf(), session().actor, left.first(), all),
                [this, recording, left, all] { editNext(recording, left.sliced(1), all); });
    }

    const QStringList m_named;
    const Edit m_edit;
    const bool m_isOffline;
};

CommandSpec editSpec(const QString &word, const QString &arguments, const QString &summary, int least, int most,
                     const std::function<MaterialEditCommand::Edit(const QStringList &rest)> &makeEdit, bool namesMany)
{
    CommandSpec edit = materialSpec(word, arguments, summary, least, most);
    edit.options = {materialOfflineOption()};
    edit.prepare = [makeEdit, namesMany](const QCommandLineParser &given) -> std::variant<UsageError, CommandFactory> {
        const QStringList words = given.positionalArguments().sliced(2);
        const QStringList named = namesMany ? words.sliced(1) : words.sliced(1, 1);
        const MaterialEditCommand::Edit made = makeEdit(words.sliced(2));
        if (!made)
            return UsageError{Cli::tr("A place is a whole number from 1.")};
        return CommandFactory([=, id = words.first(), isOffline = given.isSet(u"offline"_s)](Session &session) {
            return std::make_unique<MaterialEditCommand>(session, id, named, made, isOffline);
        });
    };
    return edit;
}

QFuture<Result<>> moveTo(MaterialShelf &shelf, const Actor &actor, const Material &material, const Materials &all, qsizetype place)
{
    QList<MaterialId> order;
    for (const Material &one : all) {
        if (!one.isTrashed && one.id != material.id)
            order += one.id;
    }
    if (material.isTrashed)
        return readyFuture(Result<>(Error{ErrorKind::InvalidInput, u"it is in the trash"_s, material.name, {}}));
    order.insert(qBound(qsizetype(0), place - 1, order.size()), material.id);
    return shelf.setOrder(actor, material.recording, order);
}
} // namespace

QList<CommandSpec> materialEditSpecs()
{
    const auto remove = [](const QStringList &) -> MaterialEditCommand::Edit {
        return [](MaterialShelf &shelf, const Actor &actor, const Material &one, const Materials &) {
            return shelf.moveToTrash(actor, one.id);
        };
    };
    const auto restore = [](const QStringList &) -> MaterialEditCommand::Edit {
        return [](MaterialShelf &shelf, const Actor &actor, const Material &one, const Materials &) {
            return shelf.restore(actor, one.id);
        };
    };
    const auto rename = [](const QStringList &rest) -> MaterialEditCommand::Edit {
        return [name = rest.first()](MaterialShelf &shelf, const Actor &actor, const Material &one, const Materials &) {
            return shelf.change(actor, one.id, {.name = name, .description = {}, .position = {}});
        };
    };
    const auto describe = [](const QStringList &rest) -> MaterialEditCommand::Edit {
        return [text = rest.first()](MaterialShelf &shelf, const Actor &actor, const Material &one, const Materials &) {
            return shelf.change(actor, one.id, {.name = {}, .description = text, .position = {}});
        };
    };
    const auto move = [](const QStringList &rest) -> MaterialEditCommand::Edit {
        bool isNumber = false;
        const int place = rest.first().toInt(&isNumber);
        if (!isNumber || place < 1)
            return {};
        return [place](MaterialShelf &shelf, const Actor &actor, const Material &one, const Materials &all) {
            return moveTo(shelf, actor, one, all, place);
        };
    };
    return {editSpec(u"remove"_s, Cli::tr("ID MATERIAL…"), Cli::tr("Moves materials to the trash; `material restore` brings them back."),
                     2, 100, remove, true),
            editSpec(u"restore"_s, Cli::tr("ID MATERIAL…"), Cli::tr("Takes materials out of the trash."), 2, 100, restore, true),
            editSpec(u"rename"_s, Cli::tr("ID MATERIAL NAME"), Cli::tr("Gives a material another name."), 3, 3, rename, false),
            editSpec(u"describe"_s, Cli::tr("ID MATERIAL TEXT"), Cli::tr("Says a few words about a material."), 3, 3, describe, false),
            editSpec(u"move"_s, Cli::tr("ID MATERIAL PLACE"), Cli::tr("Moves a material to this place in the list, from 1."), 3, 3, move,
                     false)};
}

} // namespace letopis::cli
