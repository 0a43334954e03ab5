#pragma once

#include <QAbstractItemModel>
#include <QSet>

#include <algorithm>
#include <vector>

namespace letopis {

// Turns one list of rows into another through a model's own signals: removes, moves, inserts and updates, nothing for what
// stayed the same. `editor` does each step (remove, insert, move upwards, update) between the model's begin… and end… calls.
template<typename Row, typename Editor, typename IdOf>
void applyRows(std::vector<Row> &rows, const std::vector<Row> &wanted, Editor &editor, IdOf idOf)
{
    using Id = std::decay_t<decltype(idOf(wanted.front()))>;
    QSet<Id> kept;
    for (const Row &row : wanted)
        kept.insert(idOf(row));
    for (int last = static_cast<int>(rows.size()) - 1; last >= 0; --last) {
        if (kept.contains(idOf(rows[static_cast<size_t>(last)])))
            continue;
        int first = last;
        while (first > 0 && !kept.contains(idOf(rows[static_cast<size_t>(first) - 1])))
            --first;
        editor.remove(first, last);
        last = first;
    }
    QSet<Id> present;
    for (const Row &row : rows)
        present.insert(idOf(row));
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (!present.contains(idOf(wanted[i]))) {
            size_t end = i + 1;
            while (end < wanted.size() && !present.contains(idOf(wanted[end])))
                ++end;
            editor.insert(static_cast<int>(i), std::vector<Row>(wanted.begin() + static_cast<std::ptrdiff_t>(i),
                                                                wanted.begin() + static_cast<std::ptrdiff_t>(end)));
            i = end - 1;
            continue;
        }
        if (idOf(rows[i]) != idOf(wanted[i])) {
            const auto found = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end(),
                                            [&](const Row &row) { return idOf(row) == idOf(wanted[i]); });
            editor.move(static_cast<int>(found - rows.begin()), static_cast<int>(i));
        }
        if (!(rows[i] == wanted[i]))
            editor.update(static_cast<int>(i), wanted[i]);
    }
}

} // namespace letopis
