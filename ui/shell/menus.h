#pragma once

class QMainWindow;
class QToolBar;

namespace letopis {

class Actions;
class RecordingTable;
class SearchField;

// Lays the commands out: the menu bar and the tool bar.
void buildMenus(QMainWindow &window, const Actions &actions, RecordingTable &table);
QToolBar *buildToolBar(QMainWindow &window, const Actions &actions, SearchField &search);

} // namespace letopis
