#include "core/access/capability.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
Standing of(Role role, AdminSwitches switches = {})
{
    return {.role = role, .switches = switches, .isBlocked = false};
}

const PermissionSet everything = PermissionSet(Permission::Publish) | Permission::Manage;
const std::array everyCapability{
    Capability::ViewRecording,   Capability::DownloadRecording, Capability::EditInformation, Capability::EditEverythingElse,
    Capability::EditMaterials,   Capability::GrantToViewers,    Capability::ShareByLink,     Capability::GrantToModerators,
    Capability::ManageFolder,    Capability::SeeReports,        Capability::SetRetention,    Capability::LiftPrivacy,
    Capability::SeeAllRecordings, Capability::AddViewers,       Capability::ManagePeople,    Capability::ManageServers,
    Capability::ManageCatalog};

// The rows of the journaling system's table as capabilities.
const QList<QList<Capability>> rowsOfTheTable{{Capability::ViewRecording},
                                              {Capability::DownloadRecording},
                                              {Capability::EditInformation},
                                              {Capability::GrantToViewers, Capability::ShareByLink},
                                              {Capability::AddViewers},
                                              {Capability::EditMaterials},
                                              {Capability::SeeAllRecordings},
                                              {Capability::SetRetention},
                                              {Capability::LiftPrivacy}};
} // namespace

class TestCapability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theThreeRolesOfTheSeeds()
    {
        QFile file(qEnvironmentVariable("LETOPIS_SHARED_DATA") + u"/roles/journaling_capabilities.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the reference data with the roles' table is not here");
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object()[u"rows"].toArray();
        QCOMPARE(rows.size(), rowsOfTheTable.size());
        const std::array roles{Role::Administrator, Role::Moderator, Role::Viewer};
        for (qsizetype row = 0; row < rows.size(); ++row) {
            const QJsonArray values = rows[row][u"values"].toArray();
            for (qsizetype role = 0; role < std::ssize(roles); ++role) {
                for (const Capability capability : rowsOfTheTable[row]) {
                    const bool allowed = may(of(roles[size_t(role)]), capability, everything);
                    QVERIFY2(allowed == (values[role].toString() == u"yes"), qPrintable(rows[row][u"ru"].toString()));
                }
            }
        }
    }

    void anAdministratorIsNeverRefused()
    {
        for (const Capability capability : everyCapability) {
            for (const PermissionSet set : {PermissionSet(), PermissionSet(Permission::Denied), PermissionSet(Permission::View)})
                QCOMPARE(refusal(of(Role::Administrator), capability, set), Refusal::None);
        }
    }

    void theBlockedMayNothingWhateverTheirRole()
    {
        for (const Capability capability : everyCapability) {
            for (const Role role : {Role::Viewer, Role::Moderator, Role::LimitedAdministrator, Role::Administrator})
                QCOMPARE(refusal({.role = role, .switches = {}, .isBlocked = true}, capability, everything), Refusal::Blocked);
        }
    }

    void theRoleIsTheCeiling()
    {
        for (const Capability capability : everyCapability) {
            const bool isOfViewers = capability == Capability::ViewRecording || capability == Capability::DownloadRecording;
            QCOMPARE(may(of(Role::Viewer), capability, everything), isOfViewers);
        }
    }

    void aModeratorNeedsTheRightPermission()
    {
        const Standing moderator = of(Role::Moderator);
        QCOMPARE(refusal(moderator, Capability::ViewRecording, {}), Refusal::NoAccess);
        QCOMPARE(refusal(moderator, Capability::ViewRecording, Permission::Denied), Refusal::Denied);
        QCOMPARE(refusal(moderator, Capability::EditInformation, Permission::View), Refusal::NeedsPublish);
        QCOMPARE(refusal(moderator, Capability::EditInformation, Permission::Publish), Refusal::None);
        QCOMPARE(refusal(moderator, Capability::EditMaterials, Permission::Manage), Refusal::None); // our choice: contained
        QCOMPARE(refusal(moderator, Capability::GrantToViewers, Permission::Publish), Refusal::NeedsManage);
        QCOMPARE(refusal(moderator, Capability::GrantToViewers, Permission::Manage), Refusal::None);
        QCOMPARE(refusal(moderator, Capability::GrantToModerators, Permission::Manage), Refusal::Role);
        QCOMPARE(refusal(moderator, Capability::AddViewers, {}), Refusal::None);
        QCOMPARE(refusal(moderator, Capability::ManagePeople, {}), Refusal::Role);
    }

    void aLimitedAdministratorHoldsTheSwitchesTheyWereGiven()
    {
        const std::array switched{std::pair{Capability::ManagePeople, AdminSwitch::People},
                                  std::pair{Capability::GrantToModerators, AdminSwitch::Permissions},
                                  std::pair{Capability::SetRetention, AdminSwitch::Retention},
                                  std::pair{Capability::SeeReports, AdminSwitch::Reports}};
        for (const auto &[capability, adminSwitch] : switched) {
            QCOMPARE(refusal(of(Role::LimitedAdministrator), capability, everything), Refusal::SwitchedOff);
            QCOMPARE(refusal(of(Role::LimitedAdministrator, adminSwitch), capability, everything), Refusal::None);
        }
        const Standing every = of(Role::LimitedAdministrator,
                                  AdminSwitch::People | AdminSwitch::Permissions | AdminSwitch::Retention | AdminSwitch::Reports);
        QCOMPARE(refusal(every, Capability::LiftPrivacy, everything), Refusal::Role);
        QCOMPARE(refusal(every, Capability::SeeAllRecordings, everything), Refusal::Role);
        QCOMPARE(refusal(every, Capability::ViewRecording, {}), Refusal::NoAccess); // goes through the levels
        QVERIFY(Person().switches & AdminSwitch::Permissions); // on by default
    }
};

QTEST_GUILESS_MAIN(TestCapability)
#include "tst_capability.moc"
