#include "ui/forms/servicerightsmodel.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QIcon iconFor(RightCell::State state)
{
    switch (state) {
    case RightCell::State::Yes:
        return themedIcon(u"check");
    case RightCell::State::No:
        return themedIcon(u"close");
    case RightCell::State::Conditional:
        return themedIcon(u"conditional");
    case RightCell::State::Unstated:
        return themedIcon(u"help");
    case RightCell::State::Value:
        break;
    }
    return {};
}

QFont boldFont()
{
    QFont font = QGuiApplication::font();
    font.setBold(true);
    return font;
}

} // namespace

void ServiceRightsModel::setTable(const RightsTable &table, const QString &language, const QString &role)
{
    beginResetModel();
    m_table = table;
    m_language = language;
    m_role = role;
    fillRows();
    endResetModel();
}

void ServiceRightsModel::setSearch(const QString &text)
{
    beginResetModel();
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    fillRows();
    endResetModel();
}

void ServiceRightsModel::fillRows()
{
    m_rows.clear();
    for (qsizetype section = 0; section < m_table.sections.size(); ++section) {
        const RightSection &shown = m_table.sections.at(section);
        const qsizetype before = m_rows.size();
        for (qsizetype right = 0; right < shown.rights.size(); ++right) {
            if (isFound(shown, shown.rights.at(right)))
                m_rows += {section, right};
        }
        if (m_rows.size() > before)
            m_rows.insert(before, {section, -1});
    }
}

bool ServiceRightsModel::isFound(const RightSection &section, const ServiceRight &right) const
{
    QStringList texts{section.title.in(m_language), right.name.in(m_language)};
    for (const RightCell &cell : right.cells)
        texts += cell.note.in(m_language);
    return std::all_of(m_words.begin(), m_words.end(), [&texts](const QString &word) {
        return std::any_of(texts.begin(), texts.end(),
                           [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

int ServiceRightsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ServiceRightsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

bool ServiceRightsModel::isSection(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows.at(row).right < 0;
}

int ServiceRightsModel::rightsCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.right >= 0; }));
}

int ServiceRightsModel::columnOf(const QString &role) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (m_table.columns.at(column).id == role)
            return column;
    }
    return -1;
}

QString ServiceRightsModel::rowName(const Row &row) const
{
    const RightSection &section = m_table.sections.at(row.section);
    return row.right < 0 ? section.title.in(m_language) : section.rights.at(row.right).name.in(m_language);
}

const RightCell &ServiceRightsModel::cellAt(const QModelIndex &index) const
{
    const Row &row = m_rows.at(index.row());
    return m_table.sections.at(row.section).rights.at(row.right).cells.at(index.column());
}

QString ServiceRightsModel::cellText(const RightCell &cell, const QString &separator) const
{
    const QString note = cell.note.in(m_language);
    const auto withNote = [&](const QString &answer) { return note.isEmpty() ? answer : answer + separator + note; };
    switch (cell.state) {
    //: In a table of rights: the role may do this
    case RightCell::State::Yes:
        return withNote(tr("Yes"));
    //: In a table of rights: the role may not do this
    case RightCell::State::No:
        return withNote(tr("No"));
    //: In a table of rights: the service's description says neither yes nor no
    case RightCell::State::Unstated:
        return tr("Not stated");
    case RightCell::State::Conditional:
    case RightCell::State::Value:
        break;
    }
    return note;
}

QVariant ServiceRightsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (isSection(index.row())) {
        if (role == Qt::AccessibleTextRole)
            return rowName(m_rows.at(index.row()));
        return role == Qt::BackgroundRole ? QVariant(QGuiApplication::palette().brush(QPalette::AlternateBase))
                                          : QVariant();
    }
    const RightCell &cell = cellAt(index);
    const RightsColumn &column = m_table.columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(cell, u"\n"_s);
    case Qt::DecorationRole: {
        const QIcon icon = iconFor(cell.state);
        return icon.isNull() ? QVariant() : QVariant(icon);
    }
    case Qt::ToolTipRole:
        return plainToolTip(explanation(index));
    // Whoever hears a cell alone needs to hear whose it is.
    case Qt::AccessibleTextRole:
        return u"%1, %2: %3"_s.arg(rowName(m_rows.at(index.row())), column.name.in(m_language),
                                   cellText(cell, u". "_s));
    case Qt::AccessibleDescriptionRole:
        return column.about.in(m_language);
    default:
        return {};
    }
}

QVariant ServiceRightsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (orientation == Qt::Vertical) {
        switch (role) {
        case Qt::DisplayRole:
            return rowName(m_rows.at(section));
        case Qt::FontRole:
            return isSection(section) ? QVariant(boldFont()) : QVariant();
        case Qt::BackgroundRole:
            return isSection(section) ? QVariant(QGuiApplication::palette().brush(QPalette::AlternateBase))
                                      : QVariant();
        default:
            return {};
        }
    }
    const RightsColumn &column = m_table.columns.at(section);
    const bool isAsked = !m_role.isEmpty() && column.id == m_role;
    switch (role) {
    case Qt::DisplayRole:
        return column.name.in(m_language);
    case Qt::FontRole:
        return isAsked ? QVariant(boldFont()) : QVariant();
    case Qt::AccessibleTextRole:
        //: %1 is the name of a role
        return isAsked ? tr("%1, the role of this participant").arg(column.name.in(m_language))
                       : column.name.in(m_language);
    case Qt::ToolTipRole:
        return plainToolTip(column.about.in(m_language));
    default:
        return {};
    }
}

Qt::ItemFlags ServiceRightsModel::flags(const QModelIndex &index) const
{
    return isSection(index.row()) ? Qt::NoItemFlags : QAbstractTableModel::flags(index);
}

QString ServiceRightsModel::explanation(const QModelIndex &index) const
{
    if (!index.isValid() || isSection(index.row()))
        return {};
    const RightsColumn &column = m_table.columns.at(index.column());
    const QString role = column.name.in(m_language);
    const QString about = column.about.in(m_language);
    const QString text = u"%1, %2: %3"_s.arg(rowName(m_rows.at(index.row())), role, cellText(cellAt(index), u". "_s));
    return about.isEmpty() ? text : u"%1\n%2. %3"_s.arg(text, role, about);
}

QString ServiceRightsModel::tabSeparated(const QList<int> &rows, const QList<int> &columns) const
{
    QStringList lines;
    QStringList heading{QString()};
    for (const int column : columns)
        heading += m_table.columns.at(column).name.in(m_language);
    lines += heading.join(u'\t');
    for (const int row : rows) {
        QStringList cells{rowName(m_rows.at(row))};
        for (const int column : columns) {
            if (!isSection(row))
                cells += cellText(cellAt(index(row, column)), u": "_s);
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace letopis
