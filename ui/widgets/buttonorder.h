#pragma once

class QDialogButtonBox;

namespace letopis {

// Each platform lays a dialog's buttons out in its own order: Tab follows it, after all that is above them. Call it when
// everything in the dialog is made, and again where fields are made later.
void orderTabs(QDialogButtonBox &box);

} // namespace letopis
