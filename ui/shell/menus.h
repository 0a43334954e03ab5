#pragma once

class QMainWindow;
class QMenu;
class QToolBar;

namespace letopis {

class Actions;
class RecordingTable;
class SearchField;

// Lays the commands out: the menu bar and the tool bar. Gives the View menu, for what is no command.
QMenu *buildMenus(QMainWindow &window, const Actions &actions, RecordingTable &table);
QToolBar *buildToolBar(QMainWindow &window, const Actions &actions, SearchField &search);

} // namespace letopis
