#include "app/cli/fieldcommands.h"

#include "app/cli/editanswer.h"
#include "app/cli/text.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
// Stores a definition, where one is given, and lists what there is.
class FieldCommand final : public Command
{
public:
    // `change` gets the fields there are and returns the one to store; nothing: only list.
    using Change = std::function<Result<FieldDefinition>(const QList<FieldDefinition> &)>;

    FieldCommand(Session &session, Change change)
        : Command(session)
        , m_change(std::move(change))
    {
    }

    void start() override
    {
        onValue(workspace().editor().fieldDefinitions(session().actor, true), [this](const QList<FieldDefinition> &fields) {
            if (!m_change)
                return list(fields);
            const Result<FieldDefinition> changed = m_change(fields);
            if (!changed)
                return fail(changed.error());
            onValue(workspace().editor().storeFieldDefinition(session().actor, *changed), [this] {
                onValue(workspace().editor().fieldDefinitions(session().actor, true),
                        [this](const QList<FieldDefinition> &now) { list(now); });
            });
        });
    }

private:
    void list(const QList<FieldDefinition> &fields)
    {
        Grid grid{{{Cli::tr("Field"), u"field"_s, false, false},
                   {Cli::tr("Label"), u"label"_s, false, true},
                   {Cli::tr("Type"), u"type"_s, false, false},
                   {Cli::tr("Choices"), u"choices"_s, false, true},
                   {Cli::tr("Archived"), u"archived"_s, false, false, yesText}},
                  {}};
        QJsonArray array;
        for (const FieldDefinition &field : fields) {
            array += fieldJson(field);
            grid.rows += {field.id, field.label, fieldTypeName(field.type), field.choices.join(u", "_s),
                          flagName(field.isArchived)};
        }
        print(grid, {{u"fields"_s, array}});
        finish(ExitCode::Done);
    }

    const Change m_change;
};

std::variant<UsageError, CommandFactory> prepareAdd(const QCommandLineParser &arguments)
{
    FieldDefinition field;
    field.label = arguments.positionalArguments().at(2);
    const QString key = arguments.isSet(u"key"_s) ? arguments.value(u"key"_s) : customFieldKeyFor(field.label);
    field.id = field::customPrefix + key;
    const auto type = fieldTypeFromName(arguments.isSet(u"type"_s) ? arguments.value(u"type"_s) : u"line"_s);
    if (!type || *type == FieldType::Tags || *type == FieldType::Language)
        return UsageError{Cli::tr("--type takes line, text, number, date or choice.")};
    field.type = *type;
    field.choices = arguments.values(u"choice"_s);
    switch (problemIn(field).value_or(FieldDefinitionProblem::LabelTooLong)) {
    case FieldDefinitionProblem::KeyInvalid:
        return UsageError{Cli::tr("Give a --key of 1 to 40 letters a-z, digits and hyphens that begins with a letter.")};
    case FieldDefinitionProblem::LabelMissing:
        return UsageError{Cli::tr("A field needs a label.")};
    case FieldDefinitionProblem::ChoicesMissing:
    case FieldDefinitionProblem::ChoicesInvalid:
        return UsageError{Cli::tr("A choice needs --choice for each of its values, each once.")};
    case FieldDefinitionProblem::LabelTooLong:
        if (problemIn(field))
            return UsageError{Cli::tr("A label has at most 80 characters.")};
    }
    return CommandFactory([field](Session &session) {
        return std::make_unique<FieldCommand>(session, [field](const QList<FieldDefinition> &there) -> Result<FieldDefinition> {
            FieldDefinition added = field;
            added.position = int(there.size());
            for (const FieldDefinition &one : there) {
                if (one.id == field.id)
                    return Error{ErrorKind::AlreadyExists, u"a field of this key exists"_s, field.id, {}};
            }
            return added;
        });
    });
}

CommandFactory archiveFactory(const QString &key, bool isArchived)
{
    return [=](Session &session) {
        return std::make_unique<FieldCommand>(session, [=](const QList<FieldDefinition> &there) -> Result<FieldDefinition> {
            for (FieldDefinition one : there) {
                if (one.isCustom() && one.id == field::customPrefix + key) {
                    one.isArchived = isArchived;
                    return one;
                }
            }
            return Error{ErrorKind::NotFound, u"there is no such custom field"_s, key, {}};
        });
    };
}

CommandSpec spec(const QString &word, const QString &arguments, const QString &summary, int count)
{
    return {.words = {u"field"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = {},
            .options = {},
            .leastArguments = count,
            .mostArguments = count,
            .needsWorkspace = true,
            .prepare = {}};
}
} // namespace

QList<CommandSpec> fieldSpecs()
{
    CommandSpec list = spec(u"list"_s, {}, Cli::tr("Lists the fields of recordings, custom ones too."), 0);
    list.prepare = [](const QCommandLineParser &) -> std::variant<UsageError, CommandFactory> {
        return CommandFactory([](Session &session) { return std::make_unique<FieldCommand>(session, FieldCommand::Change()); });
    };
    CommandSpec add = spec(u"add"_s, Cli::tr("LABEL [--key KEY] [--type TYPE] [--choice VALUE …]"),
                           Cli::tr("Defines a custom field."), 1);
    add.details = Cli::tr("KEY names the field for scripts and on the server; without it, it is made of the label. The type cannot\n"
                          "be changed later.");
    add.options = {{u"key"_s, Cli::tr("A key: letters a-z, digits, hyphens."), u"KEY"_s},
                   {u"type"_s, Cli::tr("line (the default), text, number, date or choice."), u"TYPE"_s},
                   {u"choice"_s, Cli::tr("A value to choose; may be given several times."), u"VALUE"_s}};
    add.prepare = prepareAdd;
    CommandSpec archive = spec(u"archive"_s, Cli::tr("KEY [--undo]"),
                               Cli::tr("No longer offers a custom field; its values stay."), 1);
    archive.options = {{u"undo"_s, Cli::tr("Offers it again.")}};
    archive.prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
        return archiveFactory(arguments.positionalArguments().at(2), !arguments.isSet(u"undo"_s));
    };
    return {list, add, archive};
}

} // namespace letopis::cli
