// The role matrix once more, through letopis-cli: each command as everybody.
#include "tests/contract/cliprofile.h"

#include <QTest>

using namespace letopis;
using namespace letopis::test;

namespace {
// o the owner, A Administrator, L Limited (all switches, Manage), M Moderator (Manage), P Moderator (Publish), N Moderator (nothing),
// v Viewer (View), u Viewer (nothing), b a blocked Administrator; permissions are those on recording 1.
constexpr const char everybody[] = "oALMPNvub";

struct MatrixRow
{
    const char *name;
    const char *allowed;
    QStringList words;
};
} // namespace

class TestCliRoleMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_profile.fill());
        add(u"A"_s, u"administrator"_s);
        add(u"L"_s, u"limited-administrator"_s);
        for (const QString &login : {u"M"_s, u"P"_s, u"N"_s})
            add(login, u"moderator"_s);
        add(u"v"_s, u"viewer"_s);
        add(u"u"_s, u"viewer"_s);
        add(u"b"_s, u"administrator"_s);
        QCOMPARE(m_profile.cli({u"person"_s, u"set"_s, u"b-login"_s, u"--block"_s}).code, Done);
        QCOMPARE(m_profile.cli({u"person"_s, u"set"_s, u"L-login"_s, u"--switches"_s, u"people,permissions,retention,reports"_s}).code, Done);
        for (const auto &[login, permission] : {std::pair{u"L-login"_s, u"manage"_s}, std::pair{u"M-login"_s, u"manage"_s},
                                                std::pair{u"P-login"_s, u"publish"_s}, std::pair{u"v-login"_s, u"view"_s}})
            QCOMPARE(m_profile.cli({u"grant"_s, u"1"_s, login, permission}).code, Done);
        QFile file(m_profile.path() + u"/notes.txt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("notes") == 5);
    }

    void eachCommandIsForThoseWhoMay_data()
    {
        QTest::addColumn<QByteArray>("allowed");
        QTest::addColumn<QStringList>("words");
        const QString file = m_profile.path() + u"/notes.txt"_s;
        const QList<MatrixRow> rows{
            {"show", "oALMPv", {u"show"_s, u"1"_s}},
            {"participants", "oALMPv", {u"participants"_s, u"1"_s}},
            {"material list", "oALMPv", {u"material"_s, u"list"_s, u"1"_s}},
            {"history", "oALMP", {u"history"_s, u"1"_s}},
            {"set, tried", "oALMP", {u"set"_s, u"1"_s, u"--title"_s, u"Another"_s, u"--dry-run"_s}},
            {"set the owner, tried", "oAL", {u"set"_s, u"1"_s, u"--owner"_s, u"Somebody"_s, u"--dry-run"_s}},
            {"set a closed one, tried", "oA", {u"set"_s, u"1"_s, u"2"_s, u"--title"_s, u"Another"_s, u"--dry-run"_s}},
            {"material add", "oALMP", {u"material"_s, u"add"_s, u"1"_s, file, u"--offline"_s}},
            {"participant add", "oAL", {u"participant"_s, u"add"_s, u"1"_s, u"Somebody"_s}},
            {"person list", "oALMPN", {u"person"_s, u"list"_s}},
            {"person add", "oALMPN", {u"person"_s, u"add"_s, u"Newcomer"_s}},
            {"person add, a moderator", "oAL", {u"person"_s, u"add"_s, u"Newcomer"_s, u"--role"_s, u"moderator"_s}},
            {"server list", "oALMPNvu", {u"server"_s, u"list"_s}},
            {"field add", "oA", {u"field"_s, u"add"_s, u"Contract"_s}},
            {"who", "oALMP", {u"who"_s, u"1"_s}},
            {"grant, to look", "oALMP", {u"grant"_s, u"1"_s}},
            {"grant a viewer", "oALM", {u"grant"_s, u"1"_s, u"v-login"_s, u"view"_s}},
            {"grant a closed one", "oA", {u"grant"_s, u"2"_s, u"v-login"_s, u"denied"_s}},
            {"folder list", "oALMPNvub", {u"folder"_s, u"list"_s}},
            {"folder add", "oA", {u"folder"_s, u"add"_s, u"/Shared"_s, u"New"_s}},
            {"folder rename", "oA", {u"folder"_s, u"rename"_s, u"/Shared/New"_s, u"New"_s}},
            {"folder rule list", "oA", {u"folder"_s, u"rule"_s, u"list"_s}},
            {"group list", "oALMPN", {u"group"_s, u"list"_s}},
            {"group add", "oAL", {u"group"_s, u"add"_s, u"Newcomers"_s}},
            {"group member", "oALMPN", {u"group"_s, u"member"_s, u"Newcomers"_s}},
            {"group member, in", "oAL", {u"group"_s, u"member"_s, u"Newcomers"_s, u"--add"_s, u"v-login"_s}},
            {"link create", "oALM", {u"link"_s, u"create"_s, u"1"_s}},
            {"link list of a recording", "oALM", {u"link"_s, u"list"_s, u"1"_s}},
            {"link list", "oALMPN", {u"link"_s, u"list"_s}},
            {"link policy", "oALMPN", {u"link"_s, u"policy"_s}},
            {"proposal list of a recording", "oALM", {u"proposal"_s, u"list"_s, u"1"_s}},
            {"proposal list", "oALMPN", {u"proposal"_s, u"list"_s}},
            {"proposal mode", "oA", {u"proposal"_s, u"mode"_s, u"First"_s}},
            {"audit list of a recording", "oALMP", {u"audit"_s, u"list"_s, u"--recording"_s, u"1"_s}},
            {"audit list", "oA", {u"audit"_s, u"list"_s}},
            {"audit verify", "oA", {u"audit"_s, u"verify"_s}},
            {"audit segments", "oA", {u"audit"_s, u"segments"_s}},
            {"audit anchor", "oA", {u"audit"_s, u"anchor"_s}},
            {"audit export", "oA", {u"audit"_s, u"export"_s, m_profile.path() + u"/journal.csv"_s, u"--as-format"_s, u"csv"_s}},
            {"retention show", "oALMPv", {u"retention"_s, u"show"_s, u"1"_s}},
            {"retention show, a server", "oAL", {u"retention"_s, u"show"_s, u"First"_s}},
            {"retention show, all", "oAL", {u"retention"_s, u"show"_s, u"all"_s}},
            {"retention set", "oAL", {u"retention"_s, u"set"_s, u"1"_s, u"--never"_s}},
            {"retention set, a closed one", "oA", {u"retention"_s, u"set"_s, u"1"_s, u"2"_s, u"--policy"_s}},
            {"retention hold", "oAL", {u"retention"_s, u"hold"_s, u"1"_s, u"--reason"_s, u"in court"_s}},
            {"retention plan", "oAL", {u"retention"_s, u"plan"_s}},
            {"retention simulate", "oAL", {u"retention"_s, u"simulate"_s, u"--server"_s, u"First"_s, u"--days"_s, u"30"_s}},
            {"retention simulate, a calendar", "oAL", {u"retention"_s, u"simulate"_s, u"--calendar"_s}},
            {"retention policy list", "oAL", {u"retention"_s, u"policy"_s, u"list"_s}},
            {"retention policy add, tried", "oAL", {u"retention"_s, u"policy"_s, u"add"_s, u"Old"_s, u"--server"_s, u"First"_s, u"--days"_s, u"30"_s, u"--dry-run"_s}},
            {"retention on, tried", "oAL", {u"retention"_s, u"on"_s, u"First"_s, u"--dry-run"_s}},
            {"retention off", "oAL", {u"retention"_s, u"off"_s, u"First"_s}},
            {"retention parameters", "oAL", {u"retention"_s, u"parameters"_s, u"First"_s, u"--grace"_s, u"30"_s}},
            {"retention zone", "oAL", {u"retention"_s, u"zone"_s}},
            {"retention notices", "oAL", {u"retention"_s, u"notices"_s}},
            {"retention certificate of a closed one", "", {u"retention"_s, u"certificate"_s, u"2"_s}},
            {"server recipe", "oA", {u"server"_s, u"recipe"_s, u"First"_s}},
            {"backup list", "oA", {u"backup"_s, u"list"_s, u"--folder"_s, m_profile.path()}},
        };
        for (const MatrixRow &row : rows)
            QTest::newRow(row.name) << QByteArray(row.allowed) << row.words;
    }

    void eachCommandIsForThoseWhoMay()
    {
        QFETCH(const QByteArray, allowed);
        QFETCH(const QStringList, words);
        for (const char letter : std::string_view(everybody)) {
            const CliAnswer answer = as(letter, words);
            const bool isRefused = answer.code == Failed || answer.code == NotFound;
            if (!allowed.contains(letter))
                QVERIFY2(isRefused && !answer.err.isEmpty(), (letter + QByteArray(" was let in: ") + answer.out).constData());
            else if (isRefused && (answer.err.contains("exists") || answer.err.contains("there already"))) // an earlier one did it
                continue;
            else
                QVERIFY2(answer.code == Done, (letter + QByteArray(" was refused: ") + answer.err).constData());
        }
    }

    void everybodyListsWhatTheyCanSee()
    {
        for (const char letter : std::string_view(everybody)) {
            const CliAnswer answer = as(letter, {u"recordings"_s});
            QCOMPARE(answer.code, Done);
            const bool seesAll = letter == 'o' || letter == 'A';
            const qsizetype seen = seesAll ? 4 : std::string_view("LMPv").find(letter) != std::string_view::npos ? 1 : 0;
            QVERIFY2(answer.array(u"recordings"_s).size() == seen, &letter);
        }
    }

    // The last: it changes what people see.
    void whatModeratorsHaveIsNotForAModeratorToGive()
    {
        for (const char letter : std::string_view("MPNvub"))
            QVERIFY2(as(letter, {u"grant"_s, u"1"_s, u"N-login"_s, u"view"_s}).code != Done, &letter);
        QCOMPARE(as('L', {u"grant"_s, u"1"_s, u"N-login"_s, u"view"_s}).code, Done);
        QCOMPARE(as('N', {u"show"_s, u"1"_s}).code, Done);
    }

private:
    CliAnswer as(char letter, const QStringList &words)
    {
        return letter == 'o' ? m_profile.cli(words) : m_profile.as(QLatin1Char(letter) + u"-login"_s, words);
    }
    void add(const QString &letter, const QString &role)
    {
        const CliAnswer added = m_profile.cli({u"person"_s, u"add"_s, letter, u"--login"_s, letter + u"-login"_s, u"--role"_s, role});
        QVERIFY2(added.code == Done, added.err.constData());
    }

    CliProfile m_profile;
};

QTEST_GUILESS_MAIN(TestCliRoleMatrix)
#include "tst_clirolematrix.moc"
