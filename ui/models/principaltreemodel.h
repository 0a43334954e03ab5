#pragma once

#include "core/workspace/peopledirectory.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace letopis {

// Groups, built-in ones first, with their members below them, read when a group is opened; and, where wanted, people after
// the groups, page by page. Changes of people and groups are applied row by row: what is open and chosen stays.
class PrincipalTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Login, ColumnCount };
    enum class Contents { Groups, GroupsAndPeople };

    static constexpr int pageSize = 100;
    static constexpr qsizetype mostMembers = 10'000; // that a group shows; the list of people finds the others

    PrincipalTreeModel(PeopleDirectory &directory, Actor actor, Contents contents, QObject *parent = nullptr);

    void setEverybodyShown(bool isShown); // a first row for all people, whose group is not valid
    void setSearch(const QString &text);  // groups by any part of the name, people as PeopleQuery::text
    void setDropEnabled(bool isEnabled);
    void reload();

    NamedPrincipal principal(const QModelIndex &index) const;
    std::optional<GroupId> group(const QModelIndex &index) const;       // no group, or everybody: nothing
    std::optional<GroupId> parentGroup(const QModelIndex &index) const; // whose member it is here
    QModelIndex indexOfGroup(GroupId group) const;                      // at the top
    bool isReading() const { return m_reading > 0; }
    const std::optional<Error> &error() const { return m_groupsError ? m_groupsError : m_peopleError; } // of the top as it is shown

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    void dropped(letopis::GroupId onto, const QList<letopis::Principal> &principals);
    void read(); // the top, whatever came of it

private:
    struct Node;
    struct Row
    {
        NamedPrincipal what;
        std::shared_ptr<Node> node; // of a group

        friend bool operator==(const Row &a, const Row &b) { return a.what == b.what; }
    };
    // What is below one row; the root's is below none.
    struct Node
    {
        enum class State { Unread, Reading, Read };
        Node *container = nullptr; // that has this one's row
        int rowHint = 0;
        State state = State::Unread;
        std::vector<Row> rows;
    };

    Node &nodeAt(const QModelIndex &index) const; // the root's of an invalid one
    const Row &rowAt(const QModelIndex &index) const;
    QModelIndex indexOf(Node &node) const;
    void show(Node &node, const QList<NamedPrincipal> &wanted);
    void readMembers(const std::shared_ptr<Node> &node, GroupId group);
    void readMembersAgain(Node &node);
    void readPeople(bool isNextPage);
    void showTop();

    PeopleDirectory &m_directory;
    const Actor m_actor;
    const Contents m_contents;
    std::shared_ptr<Node> m_root = std::make_shared<Node>();
    QList<NamedPrincipal> m_groups; // all of them
    QList<NamedPrincipal> m_people; // found so far
    QByteArray m_next;              // cursor of people
    QString m_search;
    quint64 m_generation = 0;       // of groups; 0: nothing was asked for yet
    quint64 m_peopleGeneration = 0; // of people: a search asks for them alone
    bool m_areGroupsRead = false;
    int m_reading = 0;
    bool m_hasEverybody = false;
    bool m_isDropEnabled = false;
    bool m_isFetching = false;
    std::optional<Error> m_groupsError;
    std::optional<Error> m_peopleError;
    QTimer m_refreshDelay;
};

} // namespace letopis
