#pragma once

#include "tests/ui/uitest.h"

#include "ui/models/peoplelistmodel.h"
#include "ui/models/principaltreemodel.h"
#include "ui/pages/people/peoplecommands.h"
#include "ui/pages/people/peopleview.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

#include <QtTest>
#include <QtWidgets>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

inline Person personNamed(const QString &name, const QString &login = {}, Role role = Role::Viewer, const QString &email = {})
{
    Person person;
    person.name = name;
    person.login = login;
    person.role = role;
    person.email = email;
    return person;
}

// The main window at its page of people: an administrator, two moderators, viewers, and groups within groups.
struct PeopleBench : WindowBench
{
    PeopleBench()
    {
        ConferenceServer server;
        server.name = u"bbb.uni.example"_s;
        workspace.putServer(server);
    }

    void fill()
    {
        admin = people().put(personNamed(u"Анна Ковалёва"_s, u"anna"_s, Role::Administrator, u"anna@uni.example"_s));
        boris = people().put(personNamed(u"Boris Stone"_s, u"boris"_s, Role::Moderator, u"boris@uni.example"_s));
        clara = people().put(personNamed(u"Clara Weiß"_s, u"clara"_s, Role::Viewer, u"clara@uni.example"_s));
        Person blocked = personNamed(u"Dmitri Volkov"_s, u"dmitri"_s);
        blocked.isBlocked = true;
        dmitri = people().put(blocked);
        contact = people().put(personNamed(u"Clara Weiss"_s, {}, Role::Viewer, u"c.weiss@mail.example"_s));
        maths = people().putGroup(u"Chair of mathematics"_s, {boris, clara});
        staff = people().putGroup(u"Staff"_s, {maths, admin});
        empty = people().putGroup(u"Guests of the summer school"_s);
    }

    void openPage()
    {
        makeWindow();
        window->resize(1440, 860);
        window->resetLayout();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->actionList()[Actions::ShowPeople]->trigger();
        QTRY_VERIFY(view().isVisible());
        QTRY_COMPARE(view().model().phase(), PeopleListModel::Phase::Ready);
        QTRY_VERIFY(view().groupTree().model()->rowCount() > 5);
        QTRY_VERIFY(view().action(PeopleView::AddPerson)->isEnabled());
    }

    FakePeopleDirectory &people() { return workspace.people(); }
    PeopleView &view() { return *window->findChild<PeopleView *>(); }
    template<typename T>
    T *child(const QString &name)
    {
        return window->findChild<T *>(name);
    }
    // The dialog of this kind that is open.
    template<typename T>
    T *dialog()
    {
        T *found = nullptr;
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->isVisible() && qobject_cast<T *>(top))
                found = qobject_cast<T *>(top);
        }
        return found;
    }
    QString message() { return child<MessageBar>(u"peopleMessages"_s)->text(); }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < view().model().rowCount(); ++row)
            names += view().model().person(row).name;
        return names;
    }
    QStringList below(const QModelIndex &index)
    {
        QStringList names;
        for (int row = 0; row < view().groupTree().model()->rowCount(index); ++row)
            names += view().groupTree().model()->index(row, 0, index).data().toString();
        return names;
    }
    QModelIndex groupRow(GroupId group) { return qobject_cast<PrincipalTreeModel *>(view().groupTree().model())->indexOfGroup(group); }
    void choose(const QList<PersonId> &chosen)
    {
        view().table().clearSelection();
        for (const PersonId id : chosen) {
            const int row = view().model().rowOf(id);
            view().table().selectionModel()->select(view().model().index(row, 0),
                                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        view().table().selectionModel()->setCurrentIndex(view().model().index(view().model().rowOf(chosen.first()), 0),
                                                         QItemSelectionModel::NoUpdate);
        view().table().setFocus();
    }
    Person person(PersonId id)
    {
        for (const Person &one : people().all()) {
            if (one.id == id)
                return one;
        }
        return {};
    }
    QStringList membersOf(GroupId group)
    {
        const auto asked = people().members({}, group);
        (void)QTest::qWaitFor([&] { return asked.isFinished(); });
        QStringList names;
        const Result<QList<NamedPrincipal>> members = asked.result();
        for (const NamedPrincipal &one : *members)
            names += one.name;
        return names;
    }

    PersonId admin, boris, clara, dmitri, contact;
    GroupId maths, staff, empty;
};

} // namespace letopis::test
