#include "core/domain/servicerights.h"

#include <QFile>
#include <QHash>

// Resources of a static library are linked only where this runs; it may not be inside a namespace.
static void initRolesResources()
{
    Q_INIT_RESOURCE(roles);
}

namespace letopis {

using namespace Qt::Literals::StringLiterals;

const QStringList &servicesWithRights()
{
    static const QStringList services{u"bigbluebutton"_s, u"videomost"_s, u"ktalk"_s, u"adobe_connect"_s};
    return services;
}

Result<ServiceRights> serviceRights(const QString &service)
{
    initRolesResources();
    if (!servicesWithRights().contains(service))
        return Error{ErrorKind::NotFound, u"no rights are known of this service"_s, service, {}};
    QFile file(u":/letopis/roles/%1.json"_s.arg(service));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Internal, u"resource missing: "_s + file.fileName(), service, {}};
    return readServiceRights(file.readAll());
}

QString roleName(const QString &service, const QString &role, QStringView language)
{
    static const QHash<std::pair<QString, QString>, BilingualText> names = [] {
        QHash<std::pair<QString, QString>, BilingualText> read;
        for (const QString &known : servicesWithRights()) {
            const Result<ServiceRights> rights = serviceRights(known);
            if (!rights)
                continue; // a test reads every file
            for (const RightsColumn &column : rights->roles())
                read.insert({known, column.id}, column.name);
        }
        return read;
    }();
    return names.value({service, role}).in(language);
}

QString serviceOf(ServerKind kind)
{
    switch (kind) {
    case ServerKind::BigBlueButton:
        return u"bigbluebutton"_s;
    }
    return {};
}

QString roleName(ServerKind kind, ConferenceRole role, QStringView language)
{
    return roleName(serviceOf(kind), conferenceRoleName(role), language);
}

} // namespace letopis
