#include "ui/forms/informationdraft.h"

#include "ui/text/fieldtext.h"

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

class EditFieldStep final : public QUndoCommand
{
public:
    EditFieldStep(InformationDraft &draft, QString field, QString before, QString after, int number)
        : m_draft(draft)
        , m_field(std::move(field))
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_number(number)
    {
    }

    void undo() override { m_draft.put(m_field, m_before, true); }
    void redo() override { m_draft.put(m_field, m_after, true); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *other = static_cast<const EditFieldStep *>(next); // the only class with this id
        if (other->m_field != m_field || other->m_number != m_number)
            return false;
        m_after = other->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    InformationDraft &m_draft;
    const QString m_field;
    const QString m_before;
    QString m_after;
    const int m_number;
};

InformationDraft::InformationDraft(QObject *parent) : QObject(parent)
{
    m_steps.setUndoLimit(500);
}

FieldDefinition InformationDraft::definition(const QString &field) const
{
    return fieldDefinition(field, m_definitions);
}

void InformationDraft::setInformation(const QList<FieldDefinition> &definitions, const RecordingInformation &information)
{
    const RecordingInformation old = std::exchange(m_information, information);
    m_definitions = definitions;
    for (const FieldDefinition &one : definitions) {
        const bool isTyped = m_typed.contains(one.id);
        const bool hasMoved = old.recording.isValid() && old.values.value(one.id) != catalogText(one.id);
        const bool isOwn = m_expected.contains(one.id) && m_expected.value(one.id) == catalogText(one.id);
        if (isOwn && m_bases.contains(one.id))
            m_bases.insert(one.id, catalogText(one.id));
        if (!isDirty(one.id)) {
            m_bases.remove(one.id);
            if (hasMoved || !isTyped) { // else a blank just typed at the end would vanish under the hands
                m_typed.remove(one.id);
                Q_EMIT textChanged(one.id);
            }
        }
        Q_EMIT stateChanged(one.id);
    }
}

QString InformationDraft::text(const QString &field) const
{
    const auto typed = m_typed.constFind(field);
    return typed == m_typed.constEnd() ? catalogText(field) : *typed;
}

void InformationDraft::edit(const QString &field, const QString &typed)
{
    if (text(field) == typed)
        return;
    m_isTyping = true;
    m_steps.push(new EditFieldStep(*this, field, text(field), typed, m_stepNumber));
    m_isTyping = false;
}

void InformationDraft::endStep()
{
    ++m_stepNumber;
}

void InformationDraft::put(const QString &field, const QString &typed, bool isByStep)
{
    m_typed.insert(field, typed);
    if (!isDirty(field))
        m_bases.remove(field);
    else if (!m_bases.contains(field))
        m_bases.insert(field, catalogText(field));
    if (isByStep && !m_isTyping) {
        endStep();
        Q_EMIT textChanged(field);
    }
    Q_EMIT stateChanged(field);
}

bool InformationDraft::isDirty(const QString &field) const
{
    const auto typed = m_typed.constFind(field);
    return typed != m_typed.constEnd() && canonicalValue(definition(field), *typed) != catalogText(field);
}

bool InformationDraft::isOvertaken(const QString &field) const
{
    return m_bases.contains(field) && m_bases.value(field) != catalogText(field);
}

QStringList InformationDraft::dirtyFields() const
{
    QStringList dirty;
    for (const FieldDefinition &one : m_definitions) {
        if (isDirty(one.id))
            dirty << one.id;
    }
    return dirty;
}

std::optional<FieldProblem> InformationDraft::problem(const QString &field) const
{
    // What the catalog holds already is nobody's mistake here: an imported recording may well have no title.
    if (!isDirty(field))
        return {};
    const FieldDefinition one = definition(field);
    const QString value = canonicalValue(one, text(field));
    // Nor is what the server says, to which one may always go back.
    return value == m_information.serverValues.value(field) ? std::nullopt : problemIn(one, value);
}

bool InformationDraft::hasProblems() const
{
    const QStringList dirty = dirtyFields();
    return std::any_of(dirty.begin(), dirty.end(), [this](const QString &field) { return problem(field).has_value(); });
}

QList<FieldEdit> InformationDraft::edits() const
{
    QList<FieldEdit> edits;
    for (const QString &field : dirtyFields())
        edits += {m_information.recording, field, catalogText(field), canonicalValue(definition(field), text(field))};
    return edits;
}

void InformationDraft::expect(const QList<FieldEdit> &edits)
{
    for (const FieldEdit &one : edits)
        m_expected.insert(one.field, one.after);
}

void InformationDraft::discard()
{
    const QStringList dirty = dirtyFields();
    m_strangers = {};
    if (dirty.isEmpty())
        return;
    m_steps.beginMacro({});
    for (const QString &field : dirty)
        m_steps.push(new EditFieldStep(*this, field, text(field), catalogText(field), m_stepNumber));
    m_steps.endMacro();
    endStep();
}

QJsonObject InformationDraft::content() const
{
    QJsonObject fields = m_strangers;
    for (const QString &field : dirtyFields())
        fields.insert(field, QJsonObject{{u"typed"_s, text(field)}, {u"base"_s, m_bases.value(field)}});
    return fields.isEmpty() ? QJsonObject() : QJsonObject{{u"fields"_s, fields}};
}

bool InformationDraft::restore(const QJsonObject &content)
{
    const QJsonObject fields = content.value(u"fields"_s).toObject();
    m_strangers = fields;
    QStringList missing;
    for (const FieldDefinition &one : std::as_const(m_definitions)) {
        const QJsonValue kept = m_strangers.take(one.id);
        if (kept.isObject() && canonicalValue(one, kept[u"typed"_s].toString()) != catalogText(one.id))
            missing += one.id;
    }
    if (missing.isEmpty())
        return false;
    m_steps.beginMacro({});
    for (const QString &field : std::as_const(missing)) {
        m_steps.push(new EditFieldStep(*this, field, text(field), fields[field][u"typed"_s].toString(), m_stepNumber));
        m_bases.insert(field, fields[field][u"base"_s].toString());
    }
    m_steps.endMacro();
    endStep();
    for (const QString &field : std::as_const(missing))
        Q_EMIT stateChanged(field);
    return true;
}

} // namespace letopis
