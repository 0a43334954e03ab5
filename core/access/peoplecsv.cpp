#include "core/access/peoplecsv.h"

#include "core/base/plaintext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype mostCells = 1000; // of a line
constexpr qsizetype shownText = 80;

enum class Column { Name, Login, Email, Role, Language, Groups, ExternalIds };
constexpr std::array<QLatin1StringView, 7> columnNames{"name"_L1,     "login"_L1,  "email"_L1,       "role"_L1,
                                                       "language"_L1, "groups"_L1, "external_ids"_L1};

Error fileError(PeopleCsvProblem::Kind kind, const QString &detail, int line = 1, const QString &text = {})
{
    const bool isSize = kind == PeopleCsvProblem::Kind::TooManyLines || kind == PeopleCsvProblem::Kind::TooLarge;
    return {isSize ? ErrorKind::TooLarge : ErrorKind::InvalidInput, detail, text, PeopleCsvProblem{kind, line, text}};
}

// The first line that is not UTF-8; 0: all are.
int brokenLine(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return 0;
    int line = 1;
    for (qsizetype begin = 0; begin < bytes.size(); ++line) {
        qsizetype end = bytes.indexOf('\n', begin);
        end = end < 0 ? bytes.size() : end;
        if (!bytes.sliced(begin, end - begin).isValidUtf8())
            return line;
        begin = end + 1;
    }
    return line;
}

Result<QString> decoded(QByteArrayView bytes)
{
    using Kind = PeopleCsvProblem::Kind;
    if (bytes.size() > maxPeopleCsvBytes)
        return fileError(Kind::TooLarge, u"the file is larger than 64 MiB"_s);
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") || bytes.contains('\0'))
        return fileError(Kind::Utf16, u"the file is in UTF-16; save it as CSV in UTF-8"_s);
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    if (const int line = brokenLine(bytes); line > 0)
        return fileError(Kind::NotUtf8,
                         u"line %1 is not UTF-8, rather Windows-1251 or the like; save the file as CSV in UTF-8"_s.arg(line), line);
    return QString::fromUtf8(bytes);
}

// Comma, semicolon or tab: what the first line has most of, outside quotes.
QChar separatorOf(QStringView text)
{
    constexpr std::array<QChar, 3> separators{u',', u';', u'\t'};
    std::array<int, 3> counts{};
    bool isQuoted = false;
    for (const QChar character : text) {
        if (character == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (character == u'\n' || character == u'\r'))
            break;
        for (size_t one = 0; !isQuoted && one < separators.size(); ++one)
            counts[one] += character == separators[one];
    }
    return separators[size_t(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

// Splits into lines and cells. A quote inside a cell that does not begin with one is a character like others.
class CellReader
{
public:
    CellReader(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    struct Line
    {
        int number = 0;
        QStringList cells;
        QString unreadable;
    };

    std::optional<Line> next()
    {
        if (m_at >= m_text.size())
            return {};
        Line line{.number = m_number, .cells = {}, .unreadable = {}};
        do {
            QString cell = isAt(u'"') ? quotedCell(line) : plainCell();
            if (line.cells.size() < mostCells)
                line.cells += std::move(cell);
            else
                line.unreadable = u"…"_s;
        } while (take(m_separator));
        takeLineEnd();
        return line;
    }

private:
    bool isAt(QChar character) const { return m_at < m_text.size() && m_text[m_at] == character; }
    bool isAtEnd() const { return m_at >= m_text.size() || isAt(m_separator) || isAt(u'\n') || isAt(u'\r'); }
    bool take(QChar character)
    {
        if (!isAt(character))
            return false;
        ++m_at;
        return true;
    }
    bool takeLineEnd()
    {
        const bool hadReturn = take(u'\r');
        const bool hadFeed = take(u'\n');
        m_number += hadReturn || hadFeed;
        return hadReturn || hadFeed;
    }

    QString plainCell()
    {
        const qsizetype begin = m_at;
        while (!isAtEnd())
            ++m_at;
        return m_text.sliced(begin, m_at - begin).toString();
    }

    QString quotedCell(Line &line)
    {
        const qsizetype begin = m_at++;
        QString cell;
        bool isClosed = false;
        while (!isClosed && m_at < m_text.size()) {
            if (take(u'"')) {
                isClosed = !take(u'"');
                if (!isClosed)
                    cell += u'"';
            } else if (takeLineEnd()) {
                cell += u'\n';
            } else {
                cell += m_text[m_at++];
            }
        }
        if (!isAtEnd() || !isClosed)
            line.unreadable = m_text.sliced(begin, std::min(shownText, m_text.size() - begin)).toString();
        while (!isAtEnd()) // what follows the closing quote
            ++m_at;
        return cell;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_number = 1;
};

QString unguarded(const QString &cell)
{
    static const QRegularExpression guard(u"(^|[;\\n])([\\s\"]*)'([=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])"_s);
    QString text = cell.trimmed();
    return text.contains(u'\'') ? text.replace(guard, u"\\1\\2\\3"_s) : text;
}

// Parts between |; a backslash makes a | or a backslash part of one.
QStringList partsOf(const QString &cell)
{
    QStringList parts;
    QString part;
    const auto end = [&] {
        if (part = part.simplified(); !part.isEmpty())
            parts += part;
        part.clear();
    };
    for (qsizetype at = 0; at < cell.size(); ++at) {
        const bool isEscape = cell[at] == u'\\' && at + 1 < cell.size() && (cell[at + 1] == u'|' || cell[at + 1] == u'\\');
        if (isEscape)
            part += cell[++at];
        else if (cell[at] == u'|')
            end();
        else
            part += cell[at];
    }
    end();
    return parts;
}

QString joined(QStringList parts)
{
    for (QString &part : parts)
        part.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s);
    return parts.join(u'|');
}

std::optional<Column> columnNamed(const QString &heading)
{
    QString name = unguarded(heading).toLower();
    name.remove(QRegularExpression(u"[\\s_-]"_s));
    for (size_t column = 0; column < columnNames.size(); ++column) {
        if (name == QString(columnNames[column]).remove(u'_'))
            return Column(column);
    }
    return {};
}

using Columns = QList<std::optional<Column>>;

Result<Columns> columnsOf(const CellReader::Line &header, QStringList &ignored)
{
    using Kind = PeopleCsvProblem::Kind;
    Columns columns;
    bool hasAny = false;
    for (const QString &heading : header.cells) {
        const std::optional<Column> column = columnNamed(heading);
        if (column && columns.contains(column))
            return fileError(Kind::ColumnTwice, u"a column is there twice"_s, header.number, heading.trimmed().left(shownText));
        if (!column && !heading.trimmed().isEmpty())
            ignored += heading.trimmed().left(shownText);
        hasAny = hasAny || column == Column::Name || column == Column::Login || column == Column::Email;
        columns += column;
    }
    if (!hasAny || !header.unreadable.isEmpty())
        return fileError(Kind::NoKnownColumn, u"the first line names none of the columns name, login, email"_s, header.number);
    return columns;
}

void put(PeopleCsvRow &row, Column column, const QString &cell)
{
    switch (column) {
    case Column::Name: row.name = cell.simplified(); break;
    case Column::Login: row.login = cell; break;
    case Column::Email: row.email = cell; break;
    case Column::Role: row.role = cell; break;
    case Column::Language: row.language = cell; break;
    case Column::Groups: row.groups = partsOf(cell); break;
    case Column::ExternalIds: row.externalIds = partsOf(cell); break;
    }
}

PeopleCsvRow rowFrom(const CellReader::Line &line, const Columns &columns)
{
    PeopleCsvRow row;
    row.line = line.number;
    row.unreadable = line.unreadable;
    for (qsizetype cell = 0; cell < line.cells.size() && row.unreadable.isEmpty(); ++cell) {
        if (cell >= columns.size() && !line.cells[cell].trimmed().isEmpty())
            row.unreadable = line.cells[cell].left(shownText); // a cell under no heading
        else if (cell < columns.size() && columns[cell])
            put(row, *columns[cell], unguarded(line.cells[cell]));
    }
    return row;
}

bool isBlank(const CellReader::Line &line)
{
    return line.unreadable.isEmpty()
           && std::all_of(line.cells.begin(), line.cells.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
}
} // namespace

Result<PeopleCsv> readPeopleCsv(const QByteArray &bytes)
{
    using Kind = PeopleCsvProblem::Kind;
    const Result<QString> text = decoded(bytes);
    if (!text)
        return text.error();
    CellReader reader(*text, separatorOf(*text));
    const std::optional<CellReader::Line> header = reader.next();
    if (!header || isBlank(*header))
        return fileError(Kind::NoHeader, u"the first line is empty; it has to name the columns"_s);
    PeopleCsv csv;
    const Result<Columns> columns = columnsOf(*header, csv.ignoredColumns);
    if (!columns)
        return columns.error();
    while (const std::optional<CellReader::Line> line = reader.next()) {
        if (isBlank(*line))
            continue;
        if (csv.rows.size() == maxPeopleCsvLines)
            return fileError(Kind::TooManyLines, u"the file has more than 100,000 lines"_s, line->number);
        csv.rows += rowFrom(*line, *columns);
    }
    return csv;
}

QByteArray writePeopleCsv(const QList<PeopleCsvRow> &rows)
{
    QByteArrayList headings;
    for (const QLatin1StringView name : columnNames)
        headings += QByteArray(name.data(), name.size());
    QByteArray csv = headings.join(',') + "\r\n";
    for (const PeopleCsvRow &row : rows) {
        QByteArrayList cells;
        for (const QString &cell :
             {row.name, row.login, row.email, row.role, row.language, joined(row.groups), joined(row.externalIds)})
            cells += csvCell(cell);
        csv += cells.join(',') + "\r\n";
    }
    return csv;
}

QByteArray csvOfDrafts(const QList<Person> &drafts, const QHash<ServerId, QString> &serverNames)
{
    QList<PeopleCsvRow> rows;
    for (const Person &draft : drafts) {
        PeopleCsvRow row;
        row.name = draft.name;
        row.login = draft.login;
        row.email = draft.email;
        for (const auto &[server, id] : draft.externalIds) {
            if (serverNames.contains(server))
                row.externalIds += serverNames.value(server) + u':' + id;
        }
        rows += row;
    }
    return writePeopleCsv(rows);
}

} // namespace letopis
