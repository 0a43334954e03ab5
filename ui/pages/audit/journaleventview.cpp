#include "ui/pages/audit/journaleventview.h"

#include "core/domain/eventorigin.h"
#include "ui/pages/audit/auditeventmodel.h"
#include "ui/text/auditdetails.h"
#include "ui/text/auditverdicttext.h"
#include "ui/text/quantities.h"
#include "ui/text/textdifference.h"

#include <QTextCursor>
#include <QTextTable>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestValue = 20'000;

QString hexOf(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

// Label and value of everything but the details.
QList<std::pair<QString, QString>> linesOf(const AuditEntry &entry)
{
    const AuditEvent &event = entry.event;
    QList<std::pair<QString, QString>> lines{{JournalEventView::tr("When"), auditTimeText(event.atMs)},
                                             {JournalEventView::tr("Who"), auditActorText(event)}};
    if (event.recording.isValid()) {
        const QString title = entry.recordingTitle.isEmpty() ? JournalEventView::tr("Untitled") : entry.recordingTitle;
        lines += {JournalEventView::tr("Recording"), u"%1 (%2)"_s.arg(title, QString::number(event.recording.value))};
    }
    if (event.server.isValid())
        lines += {JournalEventView::tr("Server"), entry.serverName.isEmpty() ? QString::number(event.server.value) : entry.serverName};
    if (const QString program = auditProgramText(event); !program.isEmpty())
        lines += {JournalEventView::tr("Program, computer"), program};
    if (const QString clock = originText(event.origin).clock; !clock.isEmpty())
        lines += {JournalEventView::tr("Clock"), clock == "system"_L1 ? JournalEventView::tr("this computer's") : clock};
    return lines;
}

QList<std::pair<QString, QString>> chainLinesOf(const AuditEvent &event)
{
    return {{JournalEventView::tr("Kind"), event.action}, {JournalEventView::tr("Event"), numberText(event.sequence)}, {JournalEventView::tr("Hash"), hexOf(event.hash)},
            {JournalEventView::tr("Hash before"), hexOf(event.previousHash)}};
}

// Writes the document piece by piece.
class Writer
{
public:
    explicit Writer(QTextDocument &document, const QPalette &palette) : m_cursor(&document)
    {
        m_bold.setFontWeight(QFont::Bold);
        QColor mark = palette.color(QPalette::Highlight);
        mark.setAlphaF(0.3F);
        m_marked.setBackground(mark);
    }

    void heading(const QString &text)
    {
        m_cursor.movePosition(QTextCursor::End);
        QTextBlockFormat format;
        format.setTopMargin(m_isFirst ? 0 : 12);
        format.setBottomMargin(4);
        if (m_isFirst)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_cursor.insertText(text, m_bold);
        m_isFirst = false;
    }

    void table(const QList<QStringList> &rows, bool isMonospace)
    {
        m_cursor.movePosition(QTextCursor::End);
        QTextTable *table = m_cursor.insertTable(static_cast<int>(rows.size()), static_cast<int>(rows.first().size()), format());
        QTextCharFormat plain;
        if (isMonospace)
            plain.setFontFamilies({u"monospace"_s});
        for (int row = 0; row < rows.size(); ++row) {
            for (int column = 0; column < rows[row].size(); ++column)
                spaced(table->cellAt(row, column)).firstCursorPosition().insertText(rows[row][column].left(longestValue), column == 0 ? QTextCharFormat() : plain);
        }
    }

    // What is there before and not after is marked, and the other way round.
    void changes(const QList<AuditFact> &facts, const QStringList &header)
    {
        m_cursor.movePosition(QTextCursor::End);
        QTextTable *table = m_cursor.insertTable(static_cast<int>(facts.size()) + 1, 3, format());
        for (int column = 0; column < 3; ++column)
            spaced(table->cellAt(0, column)).firstCursorPosition().insertText(header[column], m_bold);
        for (int row = 0; row < facts.size(); ++row) {
            const AuditFact &fact = facts[row];
            spaced(table->cellAt(row + 1, 0)).firstCursorPosition().insertText(fact.label);
            value(spaced(table->cellAt(row + 1, 1)), fact.before.left(longestValue), fact.after);
            value(spaced(table->cellAt(row + 1, 2)), fact.after.left(longestValue), fact.before);
        }
    }

private:
    static QTextTableFormat format()
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(2);
        format.setTopMargin(0);
        return format;
    }

    static QTextTableCell spaced(QTextTableCell cell)
    {
        QTextTableCellFormat room;
        room.setRightPadding(24);
        cell.setFormat(room);
        return cell;
    }

    void value(const QTextTableCell &cell, const QString &text, const QString &other)
    {
        QTextCursor cursor = cell.firstCursorPosition();
        if (text.isEmpty())
            return cursor.insertText(u"–"_s);
        qsizetype at = 0;
        for (const TextRange &range : other.isEmpty() ? QList<TextRange>() : changedWords(other, text)) {
            cursor.insertText(text.mid(at, range.position - at), QTextCharFormat());
            cursor.insertText(text.mid(range.position, range.length), m_marked);
            at = range.position + range.length;
        }
        cursor.insertText(text.mid(at), QTextCharFormat());
    }

    QTextCursor m_cursor;
    QTextCharFormat m_bold;
    QTextCharFormat m_marked;
    bool m_isFirst = true;
};

QList<QStringList> rowsOf(const QList<std::pair<QString, QString>> &lines)
{
    QList<QStringList> rows;
    for (const auto &[label, value] : lines)
        rows += QStringList{label + u':', value};
    return rows;
}

} // namespace

JournalEventView::JournalEventView(QWidget *parent) : QTextEdit(parent)
{
    setObjectName(u"auditEvent"_s);
    setAccessibleName(tr("Event"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(12);
    setPlaceholderText(tr("Choose an event to see all of it."));
}

void JournalEventView::showNothing()
{
    m_shown.clear();
    clear();
}

void JournalEventView::showEntry(const AuditEntry &entry, const AuditNames &names, qint64 headSequence)
{
    const QString all = auditEventAsText(entry, names) + QString::number(headSequence);
    if (std::exchange(m_shown, all) == all)
        return;
    clear();
    Writer writer(*document(), palette());
    writer.heading(auditSentence(entry.event, names));
    writer.table(rowsOf(linesOf(entry)), false);
    QList<AuditFact> changes;
    QList<std::pair<QString, QString>> facts;
    for (const AuditFact &fact : auditFacts(entry.event, names)) {
        if (fact.isChange)
            changes += fact;
        else
            facts += {fact.label, fact.after};
    }
    if (!changes.isEmpty()) {
        writer.heading(tr("What changed"));
        writer.changes(changes, {tr("What"), tr("Before"), tr("After")});
    }
    if (!facts.isEmpty()) {
        writer.heading(tr("Details"));
        writer.table(rowsOf(facts), false);
    }
    writer.heading(tr("In the chain"));
    QList<std::pair<QString, QString>> chain = chainLinesOf(entry.event);
    chain[1].second = tr("%1 of %2").arg(numberText(entry.event.sequence), numberText(std::max(headSequence, entry.event.sequence)));
    writer.table(rowsOf(chain), true);
    moveCursor(QTextCursor::Start);
}

QString auditEventAsText(const AuditEntry &entry, const AuditNames &names)
{
    QStringList lines;
    const auto add = [&lines](const QString &label, const QString &value) { lines += label + u": "_s + value; };
    lines += auditSentence(entry.event, names);
    for (const auto &[label, value] : linesOf(entry))
        add(label, value);
    for (const AuditFact &fact : auditFacts(entry.event, names))
        add(fact.label, fact.isChange ? u"%1 → %2"_s.arg(fact.before.isEmpty() ? u"–"_s : fact.before, fact.after.isEmpty() ? u"–"_s : fact.after) : fact.after);
    for (const auto &[label, value] : chainLinesOf(entry.event))
        add(label, value);
    return lines.join(u'\n');
}

} // namespace letopis
