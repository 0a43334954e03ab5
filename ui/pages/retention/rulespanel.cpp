#include "ui/pages/retention/rulespanel.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

RulesPanel::RulesPanel(const AccessParts &parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    setObjectName(u"rulesPanel"_s);
}

void RulesPanel::start() {}

} // namespace letopis
