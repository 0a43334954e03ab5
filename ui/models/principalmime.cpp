#include "ui/models/principalmime.h"

#include <QMimeData>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QString principalMimeType()
{
    return u"application/x-letopis-principals"_s;
}

QMimeData *mimeOf(const QList<Principal> &principals)
{
    QByteArrayList lines;
    for (const Principal &principal : principals) {
        if (const auto *person = std::get_if<PersonId>(&principal))
            lines += "person " + QByteArray::number(person->value);
        else
            lines += "group " + QByteArray::number(std::get<GroupId>(principal).value);
    }
    auto *data = new QMimeData;
    data->setData(principalMimeType(), lines.join('\n'));
    return data;
}

QList<Principal> principalsIn(const QMimeData &data)
{
    QList<Principal> principals;
    const QByteArrayList lines = data.data(principalMimeType()).split('\n');
    for (const QByteArray &line : lines) {
        const qint64 id = line.sliced(line.indexOf(' ') + 1).toLongLong();
        if (id > 0 && line.startsWith("person "))
            principals += PersonId{id};
        else if (id > 0 && line.startsWith("group "))
            principals += GroupId{id};
    }
    return principals;
}

} // namespace letopis
