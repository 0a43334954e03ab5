<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>AccessText</name>
    <message>
        <source>Group “%1”: %2.</source>
        <translation>Группа «%1»: %2.</translation>
    </message>
    <message>
        <source>Group “%1”: %2. Member through: %3.</source>
        <translation>Группа «%1»: %2. Состоит через: %3.</translation>
    </message>
    <message>
        <source>The list of this recording&apos;s own holds.</source>
        <translation>Действует собственный список этой записи.</translation>
    </message>
    <message>
        <source>The list of this folder&apos;s own holds.</source>
        <translation>Действует собственный список этой папки.</translation>
    </message>
    <message>
        <source>The list of the folder “%1” holds; what is here inherits it.</source>
        <translation>Действует список папки «%1»: он унаследован.</translation>
    </message>
    <message>
        <source>No group of this person is in the list.</source>
        <translation>Ни одной группы этого человека в списке нет.</translation>
    </message>
    <message>
        <source>Groups together: Denied. One group that says so takes away what the others give.</source>
        <translation>Группы вместе: «Запрещено». Одна такая группа отнимает то, что дают остальные.</translation>
    </message>
    <message>
        <source>Groups together: %1.</source>
        <translation>Группы вместе: %1.</translation>
    </message>
    <message>
        <source>Role: %1.</source>
        <translation>Роль: %1.</translation>
    </message>
    <message>
        <source>Role: %1, by the group: %2.</source>
        <translation>Роль: %1, по группе: %2.</translation>
    </message>
    <message>
        <source>The role does not allow editing, whatever the permission is.</source>
        <translation>Роль не позволяет править, каким бы ни было разрешение.</translation>
    </message>
    <message>
        <source>The role does not allow giving access, whatever the permission is.</source>
        <translation>Роль не позволяет открывать доступ, каким бы ни было разрешение.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Публикация</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Управление</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Запрещено</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Нет доступа</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>Own entry: %1.</source>
        <translation>Собственное разрешение: %1.</translation>
    </message>
    <message>
        <source>No entry of their own is in the list.</source>
        <translation>Собственного разрешения в списке нет.</translation>
    </message>
    <message>
        <source>The recording is public.</source>
        <translation>Запись открыта для всех.</translation>
    </message>
    <message>
        <source>Result: no access. The account is blocked, and nothing else counts.</source>
        <translation>Итог: нет доступа. Учётная запись заблокирована, остальное не учитывается.</translation>
    </message>
    <message>
        <source>Result: %1, from groups.</source>
        <translation>Итог: %1, от групп.</translation>
    </message>
    <message>
        <source>Result: Denied, by a group. An entry of their own would go before it.</source>
        <translation>Итог: «Запрещено» группой. Собственное разрешение было бы сильнее.</translation>
    </message>
    <message>
        <source>Result: %1. The entry of their own is added to what the groups leave.</source>
        <translation>Итог: %1. Собственное разрешение добавляется к тому, что оставили группы.</translation>
    </message>
    <message>
        <source>Result: Denied. The entry of their own goes before every group.</source>
        <translation>Итог: «Запрещено». Собственный запрет сильнее любой группы.</translation>
    </message>
    <message>
        <source>Result: everything. An administrator cannot be denied anything.</source>
        <translation>Итог: всё. Администратору нельзя ничего запретить.</translation>
    </message>
    <message>
        <source>Result: no access. Nothing in the list is about this person.</source>
        <translation>Итог: нет доступа. В списке нет ничего об этом человеке.</translation>
    </message>
    <message>
        <source>Result: View, since the recording is public.</source>
        <translation>Итог: «Просмотр», потому что запись открыта для всех.</translation>
    </message>
    <message>
        <source>group “%1”</source>
        <translation>группа «%1»</translation>
    </message>
    <message>
        <source>own entry</source>
        <translation>собственное разрешение</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>администратор</translation>
    </message>
    <message>
        <source>public</source>
        <translation>открыта для всех</translation>
    </message>
    <message>
        <source>Nobody&apos;s access changes.</source>
        <translation>Ничей доступ не изменится.</translation>
    </message>
    <message numerus="yes">
        <source>access is gained by %n people</source>
        <translation>
            <numerusform>доступ получит %n человек</numerusform>
            <numerusform>доступ получат %n человека</numerusform>
            <numerusform>доступ получат %n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>access is lost by %n people</source>
        <translation>
            <numerusform>доступ потеряет %n человек</numerusform>
            <numerusform>доступ потеряют %n человека</numerusform>
            <numerusform>доступ потеряют %n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>permissions change for %n people</source>
        <translation>
            <numerusform>разрешения изменятся у %n человека</numerusform>
            <numerusform>разрешения изменятся у %n человек</numerusform>
            <numerusform>разрешения изменятся у %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <extracomment>%1: &quot;12 recordings&quot;; %2: what happens to how many people, joined by commas</extracomment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>gains %1</source>
        <translation>получает: %1</translation>
    </message>
    <message>
        <source>loses %1</source>
        <translation>теряет: %1</translation>
    </message>
    <message>
        <source>other permissions on %1</source>
        <translation>другие разрешения: %1</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Ничего не делать</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Предлагать</translation>
    </message>
    <message>
        <source>Grant at once</source>
        <translation>Открывать сразу</translation>
    </message>
    <message>
        <source>These permissions hold in Letopis. The conference server&apos;s own playback addresses do not ask for them: whoever has such an address can watch.</source>
        <translation>Эти разрешения действуют в Летописи. Собственные адреса просмотра на сервере конференций о них не спрашивают: смотреть может каждый, у кого есть такой адрес.</translation>
    </message>
    <message>
        <source>The list of a folder above holds; the folder itself is not open to you.</source>
        <translation>Действует список папки выше; сама папка вам не открыта.</translation>
    </message>
</context>
<context>
    <name>AmountText</name>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 мин</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>меньше минуты</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n минута</numerusform>
            <numerusform>%n минуты</numerusform>
            <numerusform>%n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n час</numerusform>
            <numerusform>%n часа</numerusform>
            <numerusform>%n часов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 КБ</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 МБ</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 ГБ</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 ТБ</translation>
    </message>
    <message>
        <source>%1 PB</source>
        <translation>%1 ПБ</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>%1 is a size: &quot;4.1 MB&quot;</extracomment>
        <translation>%1/с</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>осталось %1 с</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>осталось %1 мин</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s)</source>
        <translation>
            <numerusform>%1 запись</numerusform>
            <numerusform>%1 записи</numerusform>
            <numerusform>%1 записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 participant(s)</source>
        <translation>
            <numerusform>%1 участник</numerusform>
            <numerusform>%1 участника</numerusform>
            <numerusform>%1 участников</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 job(s)</source>
        <translation>
            <numerusform>%1 задание</numerusform>
            <numerusform>%1 задания</numerusform>
            <numerusform>%1 заданий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Оформление</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлое</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
</context>
<context>
    <name>AttendanceText</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>Where a participant&apos;s entry comes from: the server</extracomment>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Edited</source>
        <extracomment>Where a participant&apos;s entry comes from: the server, changed by a person</extracomment>
        <translation>Исправлено</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <extracomment>Where a participant&apos;s entry comes from: added by a person</extracomment>
        <translation>Добавлено вручную</translation>
    </message>
    <message numerus="yes">
        <source>Merged of %n participant(s)</source>
        <translation>
            <numerusform>Объединено из %n участника</numerusform>
            <numerusform>Объединено из %n участников</numerusform>
            <numerusform>Объединено из %n участников</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic name: %1</source>
        <translation>Автоматическое имя: %1</translation>
    </message>
    <message>
        <source>Automatic role: %1</source>
        <translation>Автоматическая роль: %1</translation>
    </message>
    <message>
        <source>Automatic user ID: %1</source>
        <translation>Автоматический ID пользователя: %1</translation>
    </message>
    <message>
        <source>Removed from the list</source>
        <translation>Убран из списка</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>A part of the recorded time: &quot;87%&quot;</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Somebody else edited these participants meanwhile. The list was read again; your last change was not made.</source>
        <translation>Участников тем временем исправил кто-то ещё. Список прочитан заново, ваше последнее изменение не внесено.</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Посещаемость</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>First join</source>
        <extracomment>Column: when a person joined for the first time</extracomment>
        <translation>Первый вход</translation>
    </message>
    <message>
        <source>Last leave</source>
        <extracomment>Column: when a person left for the last time</extracomment>
        <translation>Последний выход</translation>
    </message>
    <message>
        <source>Present</source>
        <extracomment>Column: minutes present</extracomment>
        <translation>Присутствие</translation>
    </message>
    <message>
        <source>Of recorded</source>
        <extracomment>Column: percent of the recorded time a person was present</extracomment>
        <translation>От записи</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Примечания</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Foot of a printed page</extracomment>
        <translation>Страница %1 из %2</translation>
    </message>
</context>
<context>
    <name>AuditDetailText</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участников</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Метаданные</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Форматы</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Освобождено</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Путь</translation>
    </message>
    <message>
        <source>From folder</source>
        <translation>Из папки</translation>
    </message>
    <message>
        <source>To folder</source>
        <translation>В папку</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Имя входа</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>Переключатели</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>IDs at the servers</source>
        <translation>Коды на серверах</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Until, before</source>
        <translation>Раньше было до</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>Uses at most</source>
        <translation>Использований не больше</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Скачивание</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Предложения</translation>
    </message>
    <message>
        <source>Number of rules</source>
        <translation>Число правил</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>В корзине</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версий</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Здесь</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Взято</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записей</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Подтвердил</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Одобрил</translation>
    </message>
    <message>
        <source>Record ID</source>
        <translation>Код записи</translation>
    </message>
    <message>
        <source>Remains</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Свидетельство</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Запрет</translation>
    </message>
    <message>
        <source>Number typed</source>
        <translation>Введённое число</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дней</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Событий</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>Прочитано из</translation>
    </message>
    <message>
        <source>SHA-256 of the source</source>
        <translation>SHA-256 источника</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Контрольные суммы</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Первое событие</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Последнее событие</translation>
    </message>
    <message>
        <source>Hash of the last</source>
        <translation>Хеш последнего</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Открытый ключ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Участник группы</translation>
    </message>
    <message>
        <source>Member group</source>
        <translation>Вложенная группа</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>The other&apos;s name</source>
        <translation>Имя второго</translation>
    </message>
    <message>
        <source>The other&apos;s login</source>
        <translation>Имя входа второго</translation>
    </message>
    <message>
        <source>The other&apos;s e-mail</source>
        <translation>Эл. почта второго</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Компьютер</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Что с ним не так</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>Адрес API</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Удостоверяющие центры</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>SSH account</source>
        <translation>Учётная запись SSH</translation>
    </message>
    <message>
        <source>SSH log-in</source>
        <translation>Вход по SSH</translation>
    </message>
    <message>
        <source>SSH key file</source>
        <translation>Файл ключа SSH</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Известные узлы</translation>
    </message>
    <message>
        <source>Data root</source>
        <translation>Корень данных</translation>
    </message>
    <message>
        <source>Command for deletion</source>
        <translation>Команда удаления</translation>
    </message>
    <message>
        <source>Minutes between syncs</source>
        <translation>Минут между синхронизациями</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Days by default</source>
        <translation>Дней обычно</translation>
    </message>
    <message>
        <source>Days at most</source>
        <translation>Дней не больше</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>Нужен пароль</translation>
    </message>
    <message>
        <source>Download allowed</source>
        <translation>Можно скачивать</translation>
    </message>
    <message>
        <source>Service&apos;s address</source>
        <translation>Адрес службы</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Относится к</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Newest to keep</source>
        <translation>Сколько новейших оставлять</translation>
    </message>
    <message>
        <source>Days unpublished first</source>
        <translation>Дней сначала без публикации</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Включено</translation>
    </message>
    <message>
        <source>Warnings, days before</source>
        <translation>Предупреждения, за сколько дней</translation>
    </message>
    <message>
        <source>Days in the trash</source>
        <translation>Дней в корзине</translation>
    </message>
    <message>
        <source>Limit of a run, percent</source>
        <translation>Предел за раз, процентов</translation>
    </message>
    <message>
        <source>Limit of a run, recordings</source>
        <translation>Предел за раз, записей</translation>
    </message>
    <message>
        <source>Two people to delete for good</source>
        <translation>Окончательно удаляют двое</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Резервная копия сделана</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Неполадка</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>there is no such link</source>
        <translation>такой ссылки нет</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>отозвана</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>истекла</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>исчерпана</translation>
    </message>
    <message>
        <source>no password given</source>
        <translation>пароль не введён</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>неверный пароль</translation>
    </message>
    <message>
        <source>too long for the server</source>
        <translation>слишком длинно для сервера</translation>
    </message>
    <message>
        <source>not on the server</source>
        <translation>нет на сервере</translation>
    </message>
    <message>
        <source>its ID is not safe to send</source>
        <translation>её код небезопасно отправлять</translation>
    </message>
    <message>
        <source>several share its ID</source>
        <translation>её код общий у нескольких</translation>
    </message>
    <message>
        <source>the server did not keep it</source>
        <translation>сервер не сохранил</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключено</translation>
    </message>
    <message>
        <source>propose</source>
        <translation>предлагать</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>открывать</translation>
    </message>
    <message>
        <source>the value here</source>
        <translation>значение отсюда</translation>
    </message>
    <message>
        <source>the server&apos;s value</source>
        <translation>значение с сервера</translation>
    </message>
    <message>
        <source>after the recording</source>
        <translation>после записи</translation>
    </message>
    <message>
        <source>after the last view</source>
        <translation>после последнего просмотра</translation>
    </message>
    <message>
        <source>on a date</source>
        <translation>в день</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>as the policies say</source>
        <translation>по правилам</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>встреча</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>отбор</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>папка</translation>
    </message>
    <message>
        <source>server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>signed extract</source>
        <translation>выписка</translation>
    </message>
    <message>
        <source>no. %1</source>
        <extracomment>Of a person, group or folder whose name is not known any more</extracomment>
        <translation>№ %1</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>бессрочно</translation>
    </message>
    <message>
        <source>Refused since the last such line</source>
        <translation>Отказов после прошлой такой строки</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>Recording found on the server</source>
        <translation>Запись найдена на сервере</translation>
    </message>
    <message>
        <source>Recording changed on the server</source>
        <translation>Запись изменилась на сервере</translation>
    </message>
    <message>
        <source>Recording no longer on the server</source>
        <translation>Записи больше нет на сервере</translation>
    </message>
    <message>
        <source>Recording on the server again</source>
        <translation>Запись снова есть на сервере</translation>
    </message>
    <message>
        <source>“%1” edited</source>
        <translation>Изменено поле «%1»</translation>
    </message>
    <message>
        <source>“%1” changed on the server by another program</source>
        <translation>Поле «%1» изменено на сервере другой программой</translation>
    </message>
    <message>
        <source>“%1” taken over by the server</source>
        <translation>Поле «%1» принято сервером</translation>
    </message>
    <message>
        <source>“%1” kept in the catalog only</source>
        <translation>Поле «%1» хранится только в каталоге</translation>
    </message>
    <message>
        <source>Conflict over “%1” decided</source>
        <translation>Решён конфликт в поле «%1»</translation>
    </message>
    <message>
        <source>List of participants corrected</source>
        <translation>Исправлен список участников</translation>
    </message>
    <message>
        <source>Participants and timeline read: participants: %1</source>
        <translation>Прочитаны участники и ход встречи: участников — %1</translation>
    </message>
    <message>
        <source>The meeting&apos;s events are no longer on the server</source>
        <translation>Событий встречи больше нет на сервере</translation>
    </message>
    <message>
        <source>The meeting&apos;s events cannot be read: %1</source>
        <translation>События встречи не читаются: %1</translation>
    </message>
    <message>
        <source>Material “%1” added</source>
        <translation>Добавлен материал «%1»</translation>
    </message>
    <message>
        <source>New version of material “%1”</source>
        <translation>Новая версия материала «%1»</translation>
    </message>
    <message>
        <source>Material “%1” renamed or described anew</source>
        <translation>Изменено название или описание материала «%1»</translation>
    </message>
    <message>
        <source>Material “%1” moved within the list</source>
        <translation>Материал «%1» переставлен в списке</translation>
    </message>
    <message>
        <source>Material “%1” put into the trash</source>
        <translation>Материал «%1» отправлен в корзину</translation>
    </message>
    <message>
        <source>Material “%1” taken out of the trash</source>
        <translation>Материал «%1» возвращён из корзины</translation>
    </message>
    <message>
        <source>Material “%1” found on the server</source>
        <translation>Материал «%1» найден на сервере</translation>
    </message>
    <message>
        <source>Material “%1” changed on the server</source>
        <translation>Материал «%1» изменился на сервере</translation>
    </message>
    <message>
        <source>Material “%1” edited here and there at once</source>
        <translation>Материал «%1» изменён и здесь, и на сервере</translation>
    </message>
    <message>
        <source>An edit of material “%1” overtaken by a later one</source>
        <translation>Изменение материала «%1» вытеснено более поздним</translation>
    </message>
    <message>
        <source>Recording watched</source>
        <translation>Запись просмотрена</translation>
    </message>
    <message>
        <source>Recording downloaded as “%1”</source>
        <translation>Запись скачана в файл «%1»</translation>
    </message>
    <message>
        <source>Material “%1” saved to a file</source>
        <translation>Материал «%1» сохранён в файл</translation>
    </message>
    <message>
        <source>Material “%1” opened</source>
        <translation>Материал «%1» открыт</translation>
    </message>
    <message>
        <source>List of participants exported as “%1”</source>
        <translation>Список участников экспортирован в файл «%1»</translation>
    </message>
    <message>
        <source>List of participants printed</source>
        <translation>Список участников напечатан</translation>
    </message>
    <message>
        <source>List of people exported as “%1”</source>
        <translation>Список людей экспортирован в файл «%1»</translation>
    </message>
    <message>
        <source>Forecast or plan of auto-deletion exported as “%1”</source>
        <translation>Прогноз или план автоудаления экспортирован в файл «%1»</translation>
    </message>
    <message>
        <source>Certificate of deletion saved as “%1”</source>
        <translation>Свидетельство об удалении сохранено в файл «%1»</translation>
    </message>
    <message>
        <source>Journal exported as “%1”</source>
        <translation>Журнал экспортирован в файл «%1»</translation>
    </message>
    <message>
        <source>Folder “%1” made</source>
        <translation>Создана папка «%1»</translation>
    </message>
    <message>
        <source>Folder “%1” renamed to “%2”</source>
        <translation>Папка «%1» переименована в «%2»</translation>
    </message>
    <message>
        <source>Folder “%1” moved</source>
        <translation>Перемещена папка «%1»</translation>
    </message>
    <message>
        <source>Folder “%1” removed</source>
        <translation>Удалена папка «%1»</translation>
    </message>
    <message>
        <source>Recording filed into “%1”</source>
        <translation>Запись положена в папку «%1»</translation>
    </message>
    <message>
        <source>Filing rules changed</source>
        <translation>Изменены правила раскладки по папкам</translation>
    </message>
    <message>
        <source>%1 added to the people</source>
        <translation>Добавлен человек: %1</translation>
    </message>
    <message>
        <source>%1 changed among the people</source>
        <translation>Изменены сведения о человеке: %1</translation>
    </message>
    <message>
        <source>%1 removed from the people</source>
        <translation>Удалён человек: %1</translation>
    </message>
    <message>
        <source>%2 merged into %1</source>
        <translation>Объединены люди: %2 теперь %1</translation>
    </message>
    <message>
        <source>People imported: added: %1, changed: %2</source>
        <translation>Импортированы люди: добавлено — %1, изменено — %2</translation>
    </message>
    <message>
        <source>Group “%1” made</source>
        <translation>Создана группа «%1»</translation>
    </message>
    <message>
        <source>Group “%1” renamed to “%2”</source>
        <translation>Группа «%1» переименована в «%2»</translation>
    </message>
    <message>
        <source>Group “%1” removed</source>
        <translation>Удалена группа «%1»</translation>
    </message>
    <message>
        <source>%2 added to the group “%1”</source>
        <translation>В группу «%1» добавлено: %2</translation>
    </message>
    <message>
        <source>%2 taken out of the group “%1”</source>
        <translation>Из группы «%1» исключено: %2</translation>
    </message>
    <message>
        <source>%1 given the permission “%2”</source>
        <translation>Дано разрешение «%2»: %1</translation>
    </message>
    <message>
        <source>Permission “%2” taken from %1</source>
        <translation>Снято разрешение «%2»: %1</translation>
    </message>
    <message>
        <source>Permissions of its own made, apart from the folder&apos;s</source>
        <translation>Заведён свой список разрешений вместо списка папки</translation>
    </message>
    <message>
        <source>Permissions of its own dropped: the folder&apos;s hold again</source>
        <translation>Свой список разрешений снят: снова действует список папки</translation>
    </message>
    <message>
        <source>Recording made visible to everyone</source>
        <translation>Запись открыта всем</translation>
    </message>
    <message>
        <source>Recording no longer visible to everyone</source>
        <translation>Запись больше не открыта всем</translation>
    </message>
    <message>
        <source>Proposal to give %1 access declined</source>
        <translation>Отклонено предложение открыть доступ: %1</translation>
    </message>
    <message>
        <source>What the server&apos;s meetings propose changed</source>
        <translation>Изменено, что предлагают встречи сервера</translation>
    </message>
    <message>
        <source>Link “%1” made</source>
        <translation>Создана ссылка «%1»</translation>
    </message>
    <message>
        <source>Link “%1” revoked</source>
        <translation>Отозвана ссылка «%1»</translation>
    </message>
    <message>
        <source>Link %1 used</source>
        <translation>Использована ссылка %1</translation>
    </message>
    <message>
        <source>Link refused: %1</source>
        <translation>По ссылке отказано: %1</translation>
    </message>
    <message>
        <source>Rules for links changed</source>
        <translation>Изменены правила для ссылок</translation>
    </message>
    <message>
        <source>Auto-deletion switched on for the server</source>
        <translation>Автоудаление включено для сервера</translation>
    </message>
    <message>
        <source>Auto-deletion switched off for the server</source>
        <translation>Автоудаление выключено для сервера</translation>
    </message>
    <message>
        <source>Settings of auto-deletion changed for the server</source>
        <translation>Изменены настройки автоудаления для сервера</translation>
    </message>
    <message>
        <source>Time zone of auto-deletion changed</source>
        <translation>Изменён часовой пояс автоудаления</translation>
    </message>
    <message>
        <source>Policy “%1” of auto-deletion added</source>
        <translation>Добавлено правило автоудаления «%1»</translation>
    </message>
    <message>
        <source>Policy “%1” of auto-deletion changed</source>
        <translation>Изменено правило автоудаления «%1»</translation>
    </message>
    <message>
        <source>Policy “%1” of auto-deletion removed</source>
        <translation>Удалено правило автоудаления «%1»</translation>
    </message>
    <message>
        <source>Policies of auto-deletion put into another order</source>
        <translation>Изменён порядок правил автоудаления</translation>
    </message>
    <message>
        <source>Auto-deletion of the recording itself set</source>
        <translation>Задано автоудаление самой записи</translation>
    </message>
    <message>
        <source>Hold on deletion set: %1</source>
        <translation>Поставлен запрет удаления: %1</translation>
    </message>
    <message>
        <source>Hold on deletion released: %1</source>
        <translation>Снят запрет удаления: %1</translation>
    </message>
    <message>
        <source>Warned of auto-deletion: days left: %1, recordings: %2</source>
        <translation>Предупреждение об автоудалении: осталось дней — %1, записей — %2</translation>
    </message>
    <message>
        <source>Deletion plan carried out</source>
        <translation>План удаления выполнен</translation>
    </message>
    <message>
        <source>Deletion plan made: recordings: %1, %2</source>
        <translation>Составлен план удаления: записей — %1, %2</translation>
    </message>
    <message>
        <source>Deletion plan confirmed: recordings: %1, %2</source>
        <translation>Подтверждён план удаления: записей — %1, %2</translation>
    </message>
    <message>
        <source>Deletion plan approved by a second person: recordings: %1, %2</source>
        <translation>План удаления одобрен вторым человеком: записей — %1, %2</translation>
    </message>
    <message>
        <source>Deletion plan discarded: recordings: %1, %2</source>
        <translation>План удаления отменён: записей — %1, %2</translation>
    </message>
    <message>
        <source>Recording could not be deleted</source>
        <translation>Запись не удалось удалить</translation>
    </message>
    <message>
        <source>Recording unpublished before its deletion</source>
        <translation>Запись снята с публикации перед удалением</translation>
    </message>
    <message>
        <source>Recording put into the trash</source>
        <translation>Запись отправлена в корзину</translation>
    </message>
    <message>
        <source>Recording taken out of the trash</source>
        <translation>Запись возвращена из корзины</translation>
    </message>
    <message>
        <source>Recording deleted for good: %1 freed</source>
        <translation>Запись удалена окончательно: освобождено %1</translation>
    </message>
    <message>
        <source>Server “%1” connected</source>
        <translation>Подключён сервер «%1»</translation>
    </message>
    <message>
        <source>Settings of the server changed</source>
        <translation>Изменены настройки сервера</translation>
    </message>
    <message>
        <source>Server “%1” removed</source>
        <translation>Удалён сервер «%1»</translation>
    </message>
    <message>
        <source>Certificate of %1 trusted by exception</source>
        <translation>Сертификат %1 принят как исключение</translation>
    </message>
    <message>
        <source>Trust in a certificate withdrawn</source>
        <translation>Доверие к сертификату отозвано</translation>
    </message>
    <message>
        <source>The server uses checksums of another kind: %1</source>
        <translation>Сервер использует другие контрольные суммы: %1</translation>
    </message>
    <message>
        <source>Custom field “%1” made</source>
        <translation>Создано своё поле «%1»</translation>
    </message>
    <message>
        <source>Custom field “%1” changed</source>
        <translation>Изменено своё поле «%1»</translation>
    </message>
    <message>
        <source>Catalog restored, and accepted as the right one</source>
        <translation>Каталог восстановлен и признан тем самым</translation>
    </message>
    <message>
        <source>Key to sign the journal made</source>
        <translation>Создан ключ для подписи журнала</translation>
    </message>
    <message>
        <source>Stretch of the journal closed: events %1 to %2</source>
        <translation>Запечатан отрезок журнала: события с %1 по %2</translation>
    </message>
    <message>
        <source>Stretch of the journal stored in “%1”</source>
        <translation>Отрезок журнала сохранён в файл «%1»</translation>
    </message>
    <message>
        <source>Events %1 to %2 taken out of the catalog; they are kept in “%3”</source>
        <translation>События с %1 по %2 изъяты из каталога; они хранятся в файле «%3»</translation>
    </message>
    <message>
        <source>Something this version of Letopis does not know: %1</source>
        <translation>Событие, которого эта версия Летописи не знает: %1</translation>
    </message>
    <message>
        <source>Letopis, by itself</source>
        <translation>Летопись, сама</translation>
    </message>
    <message>
        <source>nobody who signed in</source>
        <translation>никто из вошедших</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Материалы</translation>
    </message>
    <message>
        <source>Views, downloads and exports</source>
        <translation>Просмотры, скачивания и экспорт</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>People and groups</source>
        <translation>Люди и группы</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Ссылки</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Удаление</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Catalog and journal</source>
        <translation>Каталог и журнал</translation>
    </message>
    <message>
        <source>Proposal to give %1 access open again</source>
        <translation>Предложение открыть доступ (%1) снова открыто</translation>
    </message>
</context>
<context>
    <name>AuditVerdictText</name>
    <message>
        <source>Event %1 is missing.</source>
        <translation>Нет события %1.</translation>
    </message>
    <message>
        <source>Event %1 was changed after it was written.</source>
        <translation>Событие %1 изменено после того, как было записано.</translation>
    </message>
    <message>
        <source>In the place of event %1 stands event %2.</source>
        <translation>На месте события %1 стоит событие %2.</translation>
    </message>
    <message>
        <source>Event %1 does not follow the one before it: one of the two was put there by another hand.</source>
        <translation>Событие %1 не продолжает предыдущее: одно из них вставлено чужой рукой.</translation>
    </message>
    <message>
        <source>The journal was cut off: event %1 was there when the anchor was taken.</source>
        <translation>Конец журнала отрезан: когда снимался якорь, событие %1 было.</translation>
    </message>
    <message>
        <source>Event %1 is another one than when the anchor was taken.</source>
        <translation>Событие %1 не то, что было, когда снимался якорь.</translation>
    </message>
    <message>
        <source>From event %1 on a stretch is gone that the journal does not tell of.</source>
        <translation>Начиная с события %1 исчез отрезок, о котором журнал не говорит.</translation>
    </message>
    <message>
        <source>The catalog may be an old copy. Look whether somebody restored a backup; the newest backup, checked against the same anchor, has what is missing.</source>
        <translation>Возможно, каталог — старая копия. Узнайте, не восстанавливал ли кто-то резервную копию; недостающее есть в новейшей копии, сверенной с тем же якорем.</translation>
    </message>
    <message>
        <source>See that the anchor belongs to this catalog. If it does, the journal was written anew since: keep this catalog as it is, and compare it with a backup from before.</source>
        <translation>Убедитесь, что якорь от этого каталога. Если так, журнал с тех пор переписан: оставьте каталог как есть и сравните его с более ранней резервной копией.</translation>
    </message>
    <message>
        <source>What is before this event is sound, what follows proves nothing. Change nothing in this catalog: copy its file, find the newest backup whose journal is still sound, and compare the event there.</source>
        <translation>Всё до этого события цело, всё после него ничего не доказывает. Ничего не меняйте в каталоге: скопируйте его файл, найдите новейшую резервную копию с целым журналом и сравните это событие с ней.</translation>
    </message>
    <message numerus="yes">
        <source>The journal is sound: %n event(s) checked, none changed, missing or moved.</source>
        <translation>
            <numerusform>Журнал цел: проверено %n событие, ничего не изменено, не изъято и не переставлено.</numerusform>
            <numerusform>Журнал цел: проверены %n события, ничего не изменено, не изъято и не переставлено.</numerusform>
            <numerusform>Журнал цел: проверено %n событий, ничего не изменено, не изъято и не переставлено.</numerusform>
        </translation>
    </message>
    <message>
        <source>It begins with event %1; what was before it is kept in files.</source>
        <translation>Он начинается с события %1; то, что было раньше, хранится в файлах.</translation>
    </message>
    <message>
        <source>The anchor&apos;s event is there: nothing was cut off since it was taken.</source>
        <translation>Событие якоря на месте: с тех пор ничего не отрезано.</translation>
    </message>
    <message>
        <source>That nothing was cut off its end is proved by an anchor that was kept elsewhere.</source>
        <translation>Что конец журнала не отрезан, доказывает якорь, который хранился в другом месте.</translation>
    </message>
    <message>
        <source>This catalog is older than the one that was open here last.</source>
        <translation>Этот каталог старше того, который был открыт здесь в последний раз.</translation>
    </message>
    <message>
        <source>Events are missing that were in it: it is an old copy that was not restored through Letopis. Nothing is deleted until somebody says that it is the right one.</source>
        <translation>В нём нет событий, которые были: это старая копия, восстановленная не через Летопись. Ничего не удаляется, пока кто-нибудь не подтвердит, что это тот самый каталог.</translation>
    </message>
    <message>
        <source>This catalog is not the one that was open here last.</source>
        <translation>Это не тот каталог, который был открыт здесь в последний раз.</translation>
    </message>
    <message>
        <source>Its journal tells another history. Nothing is deleted until somebody says that it is the right one.</source>
        <translation>Его журнал рассказывает другую историю. Ничего не удаляется, пока кто-нибудь не подтвердит, что это тот самый каталог.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n событие</numerusform>
            <numerusform>%n события</numerusform>
            <numerusform>%n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Events %1 to %2</source>
        <translation>События с %1 по %2</translation>
    </message>
    <message>
        <source>Only in the file</source>
        <translation>Только в файле</translation>
    </message>
    <message>
        <source>Stored in a file, too</source>
        <translation>Сохранён и в файл</translation>
    </message>
    <message>
        <source>Closed, not stored yet</source>
        <translation>Запечатан, ещё не сохранён</translation>
    </message>
    <message>
        <source>A table for spreadsheets. It proves nothing: anybody could change it.</source>
        <translation>Таблица для электронных таблиц. Ничего не доказывает: изменить её может кто угодно.</translation>
    </message>
    <message>
        <source>One event per line, for programs. It proves nothing by itself.</source>
        <translation>По событию на строку, для программ. Сам по себе файл ничего не доказывает.</translation>
    </message>
    <message>
        <source>One event per line with its hash, and the hashes of what lies between, signed with the catalog&apos;s key. Anybody can check it without this catalog: letopis-cli audit verify FILE.</source>
        <translation>По событию на строку с его хешем и хеши того, что между ними, с подписью ключом каталога. Проверить её можно без этого каталога: letopis-cli audit verify ФАЙЛ.</translation>
    </message>
    <message>
        <source>There is nothing to sign with: the place where secrets are kept does not answer</source>
        <translation>Подписать нечем: хранилище секретов не отвечает</translation>
    </message>
    <message>
        <source>Unlock it and try again, or write the file unsigned: it can be checked as well, but anybody could have made it.</source>
        <translation>Разблокируйте его и повторите или запишите файл без подписи: его тоже можно проверить, но составить его мог кто угодно.</translation>
    </message>
    <message>
        <source>There is nothing in the journal that fits</source>
        <translation>В журнале ничего не подходит</translation>
    </message>
    <message>
        <source>Widen the filters or the dates.</source>
        <translation>Расширьте отборы или даты.</translation>
    </message>
    <message>
        <source>What was read is not what the journal says</source>
        <translation>Прочитанное не сходится с журналом</translation>
    </message>
    <message>
        <source>Nothing was changed. Verify the journal, and take the file as it was stored.</source>
        <translation>Ничего не изменено. Проверьте журнал и возьмите файл таким, каким он был сохранён.</translation>
    </message>
</context>
<context>
    <name>BackupText</name>
    <message>
        <source>The passphrase of the schedule is not where secrets are kept. No backup was made</source>
        <translation>Парольной фразы расписания нет там, где хранятся секреты. Копия не создана</translation>
    </message>
    <message>
        <source>Type it again on the Schedule tab of the backups and apply.</source>
        <translation>Введите её ещё раз на вкладке «Расписание» резервных копий и примените.</translation>
    </message>
    <message>
        <source>The backup was checked and is not sound, so it was not kept</source>
        <translation>Копия не прошла проверку и не сохранена</translation>
    </message>
    <message>
        <source>Check the disk. If it happens again, the catalog itself may be damaged: restore the last good backup.</source>
        <translation>Проверьте диск. Если это повторится, повреждён, возможно, сам каталог: восстановите последнюю исправную копию.</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>Файл с таким именем уже есть</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое имя.</translation>
    </message>
    <message>
        <source>There is not enough room for the backup</source>
        <translation>Для копии не хватает места</translation>
    </message>
    <message>
        <source>Free some space there, or have fewer backups kept.</source>
        <translation>Освободите там место или храните меньше копий.</translation>
    </message>
    <message>
        <source>Another backup or restore of this catalog is under way</source>
        <translation>Уже идёт другое копирование или восстановление этого каталога</translation>
    </message>
    <message>
        <source>Wait for it, then try again.</source>
        <translation>Дождитесь его конца и повторите.</translation>
    </message>
    <message>
        <source>The place for the backup cannot be written</source>
        <translation>В место для копии не удаётся записать</translation>
    </message>
    <message>
        <source>See whether the disk is connected and who may write there, or choose another place.</source>
        <translation>Проверьте, подключён ли диск и кому можно туда писать, или выберите другое место.</translation>
    </message>
    <message>
        <source>The backup is not there any more</source>
        <translation>Копии там больше нет</translation>
    </message>
    <message>
        <source>See whether the disk is connected, or use another backup.</source>
        <translation>Проверьте, подключён ли диск, или возьмите другую копию.</translation>
    </message>
    <message>
        <source>This file is no backup of a catalog</source>
        <translation>Этот файл — не копия каталога</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Выберите другой файл.</translation>
    </message>
    <message>
        <source>The backup is encrypted</source>
        <translation>Копия зашифрована</translation>
    </message>
    <message>
        <source>Type its passphrase.</source>
        <translation>Введите её парольную фразу.</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>Копия повреждена</translation>
    </message>
    <message>
        <source>It cannot be restored. Use another one, and make a new backup soon.</source>
        <translation>Восстановить её нельзя. Возьмите другую и поскорее создайте новую.</translation>
    </message>
    <message>
        <source>The backup was made by a newer version of Letopis</source>
        <translation>Копия создана более новой версией Летописи</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Установите более новую версию.</translation>
    </message>
    <message>
        <source>There is not enough room to unpack the backup</source>
        <translation>Не хватает места, чтобы распаковать копию</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Освободите место и повторите.</translation>
    </message>
    <message>
        <source>a server that was removed</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>удалённый сервер</translation>
    </message>
    <message>
        <source>server %1</source>
        <translation>сервер %1</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Каждый день</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Каждую неделю</translation>
    </message>
    <message>
        <source>Weak: easy to guess. Four or five unrelated words are easy to remember and hard to guess.</source>
        <translation>Слабая: легко угадать. Четыре-пять не связанных друг с другом слов легко запомнить и трудно угадать.</translation>
    </message>
    <message>
        <source>Fair: some more words or characters make it safe.</source>
        <translation>Средняя: ещё несколько слов или знаков сделают её надёжной.</translation>
    </message>
    <message>
        <source>Good: hard to guess.</source>
        <translation>Хорошая: угадать трудно.</translation>
    </message>
    <message>
        <source>The catalog here is empty: nothing is replaced.</source>
        <translation>Каталог здесь пуст: ничего не заменяется.</translation>
    </message>
    <message>
        <source>The backup holds the same as the catalog here: restoring changes nothing.</source>
        <translation>В копии то же, что и в каталоге: восстановление ничего не изменит.</translation>
    </message>
    <message numerus="yes">
        <source>The backup is an earlier state of this catalog. %n later change(s) will be missing; they stay in the catalog that is kept.</source>
        <translation>
            <numerusform>Копия — более раннее состояние этого каталога. Не будет %n более позднего изменения; оно останется в сохранённом каталоге.</numerusform>
            <numerusform>Копия — более раннее состояние этого каталога. Не будет %n более поздних изменений; они останутся в сохранённом каталоге.</numerusform>
            <numerusform>Копия — более раннее состояние этого каталога. Не будет %n более поздних изменений; они останутся в сохранённом каталоге.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is a later state of this catalog: nothing that is here will be missing.</source>
        <translation>Копия — более позднее состояние этого каталога: ничего из того, что есть здесь, не пропадёт.</translation>
    </message>
    <message>
        <source>The backup and the catalog here began as one, and each has changed since. What changed here will be missing; it stays in the catalog that is kept.</source>
        <translation>Копия и этот каталог когда-то были одним и с тех пор менялись порознь. Изменённого здесь не будет; оно останется в сохранённом каталоге.</translation>
    </message>
    <message>
        <source>The backup is of another catalog. All that is here will be replaced; it stays in the catalog that is kept.</source>
        <translation>Это копия другого каталога. Всё, что есть здесь, будет заменено и останется в сохранённом каталоге.</translation>
    </message>
    <message>
        <source>The passphrase is wrong</source>
        <translation>Парольная фраза неверна</translation>
    </message>
    <message>
        <source>Type it again, as it was when the backup was made.</source>
        <translation>Введите её ещё раз — такой, какой она была при создании копии.</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>зашифрована</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>не зашифрована</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged file(s) left out</source>
        <translation>
            <numerusform>%n повреждённый файл не вошёл</numerusform>
            <numerusform>%n повреждённых файла не вошли</numerusform>
            <numerusform>%n повреждённых файлов не вошли</numerusform>
        </translation>
    </message>
    <message>
        <source>Material missing or damaged on this disk, and not on a server yet: %1. Add it again.</source>
        <translation>Материал потерян или повреждён на этом диске, а на сервере его ещё нет: %1. Добавьте его снова.</translation>
    </message>
    <message>
        <source>Damaged on this disk; the next sync brings it again: %1</source>
        <translation>Повреждено на этом диске; следующая синхронизация привезёт снова: %1</translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message>
        <source>the server&apos;s list of recordings</source>
        <translation>список записей сервера</translation>
    </message>
    <message>
        <source>the server&apos;s disk</source>
        <translation>диск сервера</translation>
    </message>
    <message>
        <source>our materials on the server</source>
        <translation>наши материалы на сервере</translation>
    </message>
    <message>
        <source>its entry in the catalog</source>
        <translation>запись о ней в каталоге</translation>
    </message>
    <message>
        <source>files that people saved</source>
        <translation>файлы, которые сохранили люди</translation>
    </message>
    <message>
        <source>a link, which is not followed</source>
        <translation>ссылка, по ней не переходят</translation>
    </message>
    <message>
        <source>shared with other parts of the meeting</source>
        <translation>общее с другими частями конференции</translation>
    </message>
    <message>
        <source>the server&apos;s account may not remove it</source>
        <translation>учётной записи сервера нельзя это удалить</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>используется</translation>
    </message>
    <message>
        <source>still there</source>
        <translation>всё ещё там</translation>
    </message>
    <message>
        <source>%1 (%2 UTC)</source>
        <extracomment>%1: a date and time here, %2: the same in UTC</extracomment>
        <translation>%1 (%2 UTC)</translation>
    </message>
    <message>
        <source>Certificate of deletion</source>
        <translation>Акт об удалении</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Записана</translation>
    </message>
    <message>
        <source>Server</source>
        <extracomment>%1: a server&apos;s name, %2: its host</extracomment>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Удалена окончательно</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Выполнил(а)</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Подтвердил</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Одобрил</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>The server deleted it; its disk could not be looked at, so nothing is known of files there.</source>
        <translation>Её удалил сервер; увидеть его диск не удалось, поэтому о файлах там ничего не известно.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s), %2</source>
        <translation>
            <numerusform>%1: %n файл, %2</numerusform>
            <numerusform>%1: %n файла, %2</numerusform>
            <numerusform>%1: %n файлов, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Our materials on the server: %n file(s), %1</source>
        <translation>
            <numerusform>Наши материалы на сервере: %n файл, %1</numerusform>
            <numerusform>Наши материалы на сервере: %n файла, %1</numerusform>
            <numerusform>Наши материалы на сервере: %n файлов, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copies on this computer: %n file(s), %1</source>
        <translation>
            <numerusform>Копии на этом компьютере: %n файл, %1</numerusform>
            <numerusform>Копии на этом компьютере: %n файла, %1</numerusform>
            <numerusform>Копии на этом компьютере: %n файлов, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Freed on the server</source>
        <translation>Освобождено на сервере</translation>
    </message>
    <message>
        <source>What remains</source>
        <translation>Что осталось</translation>
    </message>
    <message>
        <source>Nothing that we know of.</source>
        <translation>Ничего, насколько известно.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Неизвестно.</translation>
    </message>
    <message>
        <source>Files and their SHA-256</source>
        <translation>Файлы и их SHA-256</translation>
    </message>
    <message>
        <source>too large for a checksum</source>
        <translation>слишком велик для контрольной суммы</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more: the saved file has them all.</source>
        <translation>
            <numerusform>… и ещё %n: в сохранённом файле есть все.</numerusform>
            <numerusform>… и ещё %n: в сохранённом файле есть все.</numerusform>
            <numerusform>… и ещё %n: в сохранённом файле есть все.</numerusform>
        </translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>Чем это доказывается</translation>
    </message>
    <message>
        <source>SHA-256 of this certificate</source>
        <translation>SHA-256 этого акта</translation>
    </message>
    <message>
        <source>Event of the journal</source>
        <translation>Событие журнала</translation>
    </message>
    <message>
        <source>Hash of the event</source>
        <translation>Хеш события</translation>
    </message>
    <message>
        <source>The journal&apos;s event that names it was taken out with its stretch: look into the file that stretch was stored in.</source>
        <translation>Событие журнала, которое его называет, убрано вместе с частью журнала: ищите его в файле, в который она сохранена.</translation>
    </message>
    <message>
        <source>This is no certificate of deletion.</source>
        <translation>Это не акт об удалении.</translation>
    </message>
    <message>
        <source>Choose a file that was saved here.</source>
        <translation>Выберите файл, который сохранён здесь.</translation>
    </message>
    <message>
        <source>A newer version of Letopis issued this certificate.</source>
        <translation>Этот акт составила более новая версия Летописи.</translation>
    </message>
    <message>
        <source>Update Letopis to read it.</source>
        <translation>Обновите Летопись, чтобы его прочитать.</translation>
    </message>
    <message>
        <source>The certificate was changed: it is not what the journal&apos;s event names.</source>
        <translation>Акт изменён: это не то, что называет событие журнала.</translation>
    </message>
    <message>
        <source>Ask for the file anew where it was issued.</source>
        <translation>Попросите файл заново там, где он составлен.</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>The profile&apos;s folder, made where it is missing.</source>
        <translation>Папка профиля; создаётся, если её нет.</translation>
    </message>
    <message>
        <source>How to print the answer: table, json or csv.</source>
        <translation>Вид ответа: table, json или csv.</translation>
    </message>
    <message>
        <source>Where secrets are kept: keychain, or file (in the profile, readable only by you).</source>
        <translation>Где хранить секреты: keychain (хранилище ключей) или file (файл в профиле, доступный только вам).</translation>
    </message>
    <message>
        <source>The language of messages: en or ru.</source>
        <translation>Язык сообщений: en или ru.</translation>
    </message>
    <message>
        <source>Explains the command.</source>
        <translation>Объясняет команду.</translation>
    </message>
    <message>
        <source>Prints the program&apos;s version.</source>
        <translation>Печатает версию программы.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Вызов: %1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Параметры:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Параметры всех команд:</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 failed, 2 wrong usage, 3 certificate or host key not trusted,
4 authentication refused, 5 not found.</source>
        <translation>Коды выхода: 0 — выполнено, 1 — ошибка, 2 — неверный вызов, 3 — нет доверия сертификату или ключу,
4 — отказано во входе, 5 — не найдено.</translation>
    </message>
    <message>
        <source>Brings conference recordings into a local catalog and reads it.</source>
        <translation>Собирает записи конференций в местный каталог и читает его.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Команды:</translation>
    </message>
    <message>
        <source>Explains a command.</source>
        <translation>Объясняет команду.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Нет команды «%1».</translation>
    </message>
    <message>
        <source>--profile needs a folder.</source>
        <translation>Параметру --profile нужна папка.</translation>
    </message>
    <message>
        <source>--format is table, json or csv.</source>
        <translation>--format — это table, json или csv.</translation>
    </message>
    <message>
        <source>--secrets is keychain or file.</source>
        <translation>--secrets — это keychain или file.</translation>
    </message>
    <message>
        <source>--lang is en or ru.</source>
        <translation>--lang — это en или ru.</translation>
    </message>
    <message>
        <source>Something is missing after &quot;%1&quot;.</source>
        <translation>После «%1» чего-то не хватает.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one argument too many.</source>
        <translation>Лишний аргумент «%1».</translation>
    </message>
    <message>
        <source>Which command?</source>
        <translation>Какая команда?</translation>
    </message>
    <message>
        <source>Recording API: failed.</source>
        <translation>API записей: ошибка.</translation>
    </message>
    <message>
        <source>Recording API: %1, API %2, checksum %3.</source>
        <translation>API записей: %1, API %2, контрольные суммы %3.</translation>
    </message>
    <message>
        <source>readable</source>
        <translation>читается</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>Server&apos;s disk: failed.</source>
        <translation>Диск сервера: ошибка.</translation>
    </message>
    <message>
        <source>Server&apos;s disk: %1; raw %2, published %3, events %4.</source>
        <translation>Диск сервера: %1; исходные данные — %2, опубликованные — %3, события — %4.</translation>
    </message>
    <message>
        <source>  The account may not read %1.</source>
        <translation>  Учётной записи нельзя читать %1.</translation>
    </message>
    <message>
        <source>  Subject: %1</source>
        <translation>  Кому выдан: %1</translation>
    </message>
    <message>
        <source>  Issuer:  %1</source>
        <translation>  Кем выдан:  %1</translation>
    </message>
    <message>
        <source>  Valid:   %1 to %2</source>
        <translation>  Действует:  с %1 по %2</translation>
    </message>
    <message>
        <source>  SHA-256: %1</source>
        <translation>  SHA-256:    %1</translation>
    </message>
    <message>
        <source>Compare the SHA-256 with the server&apos;s administrator. If it is the same, accept exactly this certificate:</source>
        <translation>Сверьте SHA-256 с администратором сервера. Если совпадает, примите именно этот сертификат:</translation>
    </message>
    <message>
        <source>The SSH host key of %1:%2 is not known yet.</source>
        <translation>Ключ SSH-сервера %1:%2 пока неизвестен.</translation>
    </message>
    <message>
        <source>Compare it with what `ssh-keygen -lf` prints for the key on the server. If it is the same, accept exactly this key; it is then recorded in %1:</source>
        <translation>Сверьте его с тем, что печатает `ssh-keygen -lf` для ключа на сервере. Если совпадает, примите именно этот ключ; он будет записан в %1:</translation>
    </message>
    <message>
        <source>THE SSH HOST KEY OF %1:%2 HAS CHANGED. Nothing was sent to it.</source>
        <translation>КЛЮЧ SSH-СЕРВЕРА %1:%2 ИЗМЕНИЛСЯ. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Somebody may be listening in, or the server was reinstalled. Letopis does not accept a changed key. If the server&apos;s administrator confirms the new one, remove the old line from %1 and connect again.</source>
        <translation>Возможно, соединение перехватывают, или сервер переустановлен. Летопись не принимает изменившийся ключ. Если администратор сервера подтвердит новый, удалите старую строку из %1 и подключитесь снова.</translation>
    </message>
    <message>
        <source>Recording ID</source>
        <translation>Код записи</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Started (UTC)</source>
        <translation>Начало (UTC)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Форматы</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>Входы</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Присутствие</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>Говорил</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n событие</numerusform>
            <numerusform>%n события</numerusform>
            <numerusform>%n событий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be read</source>
        <translation>
            <numerusform>%n из них не удалось прочитать</numerusform>
            <numerusform>%n из них не удалось прочитать</numerusform>
            <numerusform>%n из них не удалось прочитать</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording %1 would be skipped: %2</source>
        <translation>Запись %1 была бы пропущена: %2</translation>
    </message>
    <message>
        <source>Says what a saved getRecordings answer, metadata.xml or events.xml holds.</source>
        <translation>Показывает, что содержит сохранённый ответ getRecordings, metadata.xml или events.xml.</translation>
    </message>
    <message>
        <source>Reads the file as a sync would. Needs no profile and no server.</source>
        <translation>Читает файл так же, как синхронизация. Ни профиль, ни сервер не нужны.</translation>
    </message>
    <message>
        <source>Names are read from the server&apos;s disk: the server has no SSH account here. The count is the server&apos;s.</source>
        <translation>Имена читаются с диска сервера, а учётной записи SSH для него здесь нет. Число — по данным сервера.</translation>
    </message>
    <message>
        <source>The names have not been fetched yet; the next sync tries. The count is the server&apos;s.</source>
        <translation>Имена ещё не получены; попытка будет при следующей синхронизации. Число — по данным сервера.</translation>
    </message>
    <message>
        <source>The server has deleted this meeting&apos;s events: there are no names. The count is the server&apos;s.</source>
        <translation>Сервер удалил события этой встречи: имён нет. Число — по данным сервера.</translation>
    </message>
    <message>
        <source>This meeting&apos;s events could not be read (%1): there are no names.</source>
        <translation>События этой встречи не удалось прочитать (%1): имён нет.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Опросы</translation>
    </message>
    <message>
        <source>Lists who took part, in which role and for how long.</source>
        <translation>Перечисляет, кто участвовал, в какой роли и как долго.</translation>
    </message>
    <message>
        <source>ID is the server&apos;s recordID or the catalog&apos;s own number. Names need an SSH account on the server.</source>
        <translation>ID — recordID сервера или номер в каталоге. Для имён нужна учётная запись SSH на сервере.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>There are more: --after %1</source>
        <translation>Есть ещё: --after %1</translation>
    </message>
    <message>
        <source>There is no state &quot;%1&quot;.</source>
        <translation>Нет состояния «%1».</translation>
    </message>
    <message>
        <source>--%1 is a day or a moment such as 2024-05-31 or 2024-05-31T14:00:00Z.</source>
        <translation>--%1 — день или момент, например 2024-05-31 или 2024-05-31T14:00:00Z.</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;.</source>
        <translation>Нет столбца «%1».</translation>
    </message>
    <message>
        <source>--limit is a number; 0 prints all.</source>
        <translation>--limit — число; 0 — напечатать всё.</translation>
    </message>
    <message>
        <source>[OPTION …]</source>
        <translation>[ПАРАМЕТР …]</translation>
    </message>
    <message>
        <source>Lists recordings of the catalog.</source>
        <translation>Перечисляет записи каталога.</translation>
    </message>
    <message>
        <source>Columns: title, meeting, server, started, duration, participants, formats, size, state.
States: processing, processed, published, unpublished, deleted, gone.
All times are UTC.</source>
        <translation>Столбцы: title, meeting, server, started, duration, participants, formats, size, state.
Состояния: processing, processed, published, unpublished, deleted, gone.
Всё время — UTC.</translation>
    </message>
    <message>
        <source>Words (each the beginning of one) and &quot;quoted phrases&quot;.</source>
        <translation>Слова (каждое может быть началом слова) и &quot;фразы в кавычках&quot;.</translation>
    </message>
    <message>
        <source>Only of this server.</source>
        <translation>Только этого сервера.</translation>
    </message>
    <message>
        <source>Only in these states, separated by commas.</source>
        <translation>Только в этих состояниях, через запятую.</translation>
    </message>
    <message>
        <source>Started on this day (or at this moment) or later.</source>
        <translation>Начатые в этот день (в этот момент) или позже.</translation>
    </message>
    <message>
        <source>Started on this day or earlier (before this moment).</source>
        <translation>Начатые в этот день или раньше (до этого момента).</translation>
    </message>
    <message>
        <source>Ascending by this column; -COLUMN descending. Default: -started.</source>
        <translation>По возрастанию этого столбца; -СТОЛБЕЦ — по убыванию. По умолчанию: -started.</translation>
    </message>
    <message>
        <source>At most so many (default 100); 0 for all.</source>
        <translation>Не больше стольких (по умолчанию 100); 0 — все.</translation>
    </message>
    <message>
        <source>Goes on after an earlier answer&apos;s &quot;next&quot;; same filters and order.</source>
        <translation>Продолжает после «next» прежнего ответа; те же отборы и порядок.</translation>
    </message>
    <message>
        <source>Shared secret: </source>
        <translation>Общий секрет: </translation>
    </message>
    <message>
        <source>SSH password: </source>
        <translation>Пароль SSH: </translation>
    </message>
    <message>
        <source>Passphrase of the SSH key: </source>
        <translation>Парольная фраза ключа SSH: </translation>
    </message>
    <message>
        <source>Proxy password: </source>
        <translation>Пароль прокси: </translation>
    </message>
    <message>
        <source>Standard input ended before every secret was given.</source>
        <translation>Стандартный ввод закончился раньше, чем переданы все секреты.</translation>
    </message>
    <message>
        <source>The server was not added.</source>
        <translation>Сервер не добавлен.</translation>
    </message>
    <message>
        <source>Added. `letopis-cli sync` brings its recordings.</source>
        <translation>Добавлен. Записи принесёт `letopis-cli sync`.</translation>
    </message>
    <message>
        <source>--proxy is none, http://[user@]host:port or socks5://[user@]host:port.</source>
        <translation>--proxy — это none, http://[user@]host:port или socks5://[user@]host:port.</translation>
    </message>
    <message>
        <source>A password does not belong on the command line: use --proxy-password-stdin.</source>
        <translation>Паролю не место в командной строке: используйте --proxy-password-stdin.</translation>
    </message>
    <message>
        <source>--%1 needs --ssh user@host.</source>
        <translation>Для --%1 нужен --ssh user@host.</translation>
    </message>
    <message>
        <source>--ssh is user@host:port; &quot;%1&quot; is not.</source>
        <translation>--ssh — это user@host:port; «%1» — нет.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файла %1 нет.</translation>
    </message>
    <message>
        <source>--ssh-key-passphrase-stdin needs --ssh-key.</source>
        <translation>Для --ssh-key-passphrase-stdin нужен --ssh-key.</translation>
    </message>
    <message>
        <source>The server needs a name.</source>
        <translation>Серверу нужно имя.</translation>
    </message>
    <message>
        <source>--url is the address that `bbb-conf --secret` prints on the server.</source>
        <translation>--url — адрес, который печатает `bbb-conf --secret` на сервере.</translation>
    </message>
    <message>
        <source>The shared secret is read from standard input: give --secret-stdin.</source>
        <translation>Общий секрет читается из стандартного ввода: укажите --secret-stdin.</translation>
    </message>
    <message>
        <source>--data-root is an absolute folder on the server.</source>
        <translation>--data-root — полный путь к папке на сервере.</translation>
    </message>
    <message>
        <source>NAME --url URL --secret-stdin [OPTION …]</source>
        <translation>ИМЯ --url URL --secret-stdin [ПАРАМЕТР …]</translation>
    </message>
    <message>
        <source>Tests the connection to a server and adds it.</source>
        <translation>Проверяет подключение к серверу и добавляет его.</translation>
    </message>
    <message>
        <source>Secrets are never arguments: they are read from standard input, one per line, in this order: shared secret,
SSH password, passphrase of the SSH key, proxy password. On a terminal they are asked for without echo.
An unknown certificate or host key ends with exit code 3 and its SHA-256; give exactly that one to accept it.
A host key that has changed is never accepted.</source>
        <translation>Секреты никогда не передаются аргументами: они читаются из стандартного ввода, по одному в строке, в таком порядке:
общий секрет, пароль SSH, парольная фраза ключа SSH, пароль прокси. В терминале они спрашиваются без показа.
Неизвестный сертификат или ключ сервера завершает работу с кодом 3 и своим SHA-256; чтобы принять его, укажите именно его.
Изменившийся ключ сервера не принимается никогда.</translation>
    </message>
    <message>
        <source>Address of the API, as `bbb-conf --secret` prints it.</source>
        <translation>Адрес API, как его печатает `bbb-conf --secret`.</translation>
    </message>
    <message>
        <source>Reads the shared secret from standard input.</source>
        <translation>Читает общий секрет из стандартного ввода.</translation>
    </message>
    <message>
        <source>Authorities to trust for this server besides the system&apos;s.</source>
        <translation>Центры, которым доверять для этого сервера помимо системных.</translation>
    </message>
    <message>
        <source>Account on the server&apos;s host: user@host:port, or an alias of ~/.ssh/config.</source>
        <translation>Учётная запись на машине сервера: user@host:port или имя из ~/.ssh/config.</translation>
    </message>
    <message>
        <source>Private key file; without it the agent and the usual keys.</source>
        <translation>Файл закрытого ключа; без него — агент и обычные ключи.</translation>
    </message>
    <message>
        <source>Reads the SSH password from standard input.</source>
        <translation>Читает пароль SSH из стандартного ввода.</translation>
    </message>
    <message>
        <source>Reads the passphrase of the SSH key from standard input.</source>
        <translation>Читает парольную фразу ключа SSH из стандартного ввода.</translation>
    </message>
    <message>
        <source>Instead of ~/.ssh/config.</source>
        <translation>Вместо ~/.ssh/config.</translation>
    </message>
    <message>
        <source>Instead of ~/.ssh/known_hosts.</source>
        <translation>Вместо ~/.ssh/known_hosts.</translation>
    </message>
    <message>
        <source>Where the server keeps recordings (default /var/bigbluebutton).</source>
        <translation>Где сервер хранит записи (по умолчанию /var/bigbluebutton).</translation>
    </message>
    <message>
        <source>none, http://[user@]host:port or socks5://[user@]host:port; else the system&apos;s.</source>
        <translation>none, http://[user@]host:port или socks5://[user@]host:port; иначе — системный.</translation>
    </message>
    <message>
        <source>Reads the proxy password from standard input.</source>
        <translation>Читает пароль прокси из стандартного ввода.</translation>
    </message>
    <message>
        <source>NAME [OPTION …]</source>
        <translation>ИМЯ [ПАРАМЕТР …]</translation>
    </message>
    <message>
        <source>Tests the connection to a server and says what is wrong.</source>
        <translation>Проверяет подключение к серверу и говорит, что не так.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>Data root</source>
        <translation>Корень данных</translation>
    </message>
    <message>
        <source>Last sync (UTC)</source>
        <translation>Синхронизация (UTC)</translation>
    </message>
    <message>
        <source>Lists the servers of the catalog.</source>
        <translation>Перечисляет серверы каталога.</translation>
    </message>
    <message>
        <source>Removed. Its recordings stay in the catalog.</source>
        <translation>Удалён. Его записи остаются в каталоге.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>ИМЯ</translation>
    </message>
    <message>
        <source>Forgets a server and its secrets; its recordings stay in the catalog.</source>
        <translation>Забывает сервер и его секреты; его записи остаются в каталоге.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Meeting ID</source>
        <translation>Код встречи</translation>
    </message>
    <message>
        <source>Ended (UTC)</source>
        <translation>Окончание (UTC)</translation>
    </message>
    <message>
        <source>Format %1</source>
        <translation>Формат %1</translation>
    </message>
    <message>
        <source>Breakout room of</source>
        <translation>Комната встречи</translation>
    </message>
    <message>
        <source>Breakout room</source>
        <translation>Комната для групп</translation>
    </message>
    <message>
        <source>Shows everything known of one recording.</source>
        <translation>Показывает всё, что известно об одной записи.</translation>
    </message>
    <message>
        <source>ID is the server&apos;s recordID or the catalog&apos;s own number.</source>
        <translation>ID — recordID сервера или номер в каталоге.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/с</translation>
    </message>
    <message>
        <source>The catalog has no server yet: `letopis-cli server add`.</source>
        <translation>В каталоге ещё нет серверов: `letopis-cli server add`.</translation>
    </message>
    <message>
        <source>%1: recording %2 was skipped: %3</source>
        <translation>%1: запись %2 пропущена: %3</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Исчезло</translation>
    </message>
    <message>
        <source>Meetings read</source>
        <translation>Прочитано встреч</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Чем закончилось</translation>
    </message>
    <message>
        <source>[NAME]</source>
        <translation>[ИМЯ]</translation>
    </message>
    <message>
        <source>Brings what is new from one server, or from all.</source>
        <translation>Приносит новое с одного сервера или со всех.</translation>
    </message>
    <message>
        <source>A recording that cannot be read is named and skipped; the others arrive, and the exit code stays 0.
Ctrl+C stops after the current page; the next sync goes on from there.</source>
        <translation>Запись, которую нельзя прочитать, называется и пропускается; остальные приходят, код выхода остаётся 0.
Ctrl+C останавливает после текущей страницы; следующая синхронизация продолжит с этого места.</translation>
    </message>
    <message>
        <source>At (UTC)</source>
        <translation>Время (UTC)</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>В записи</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Lists what happened in the meeting, in order.</source>
        <translation>Перечисляет по порядку, что происходило на встрече.</translation>
    </message>
    <message>
        <source>Accepts exactly this untrusted certificate.</source>
        <translation>Принимает именно этот сертификат без доверия.</translation>
    </message>
    <message>
        <source>Accepts and records exactly this unknown host key.</source>
        <translation>Принимает и записывает именно этот неизвестный ключ сервера.</translation>
    </message>
    <message>
        <source>--accept-certificate needs the certificate&apos;s whole SHA-256.</source>
        <translation>Для --accept-certificate нужен полный SHA-256 сертификата.</translation>
    </message>
    <message>
        <source>--accept-host-key needs the key&apos;s whole fingerprint, SHA256:….</source>
        <translation>Для --accept-host-key нужен полный отпечаток ключа, SHA256:….</translation>
    </message>
    <message>
        <source>The certificate of %1:%2 is not trusted:</source>
        <translation>Сертификату %1:%2 нет доверия:</translation>
    </message>
    <message>
        <source>Unlock it, or use --secrets file: the secrets then go to a file in the profile that only you can read.</source>
        <translation>Отоприте его или укажите --secrets file: тогда секреты хранятся в файле профиля, который можете прочитать только вы.</translation>
    </message>
    <message>
        <source>Remove the server and add it again.</source>
        <translation>Удалите сервер и добавьте его снова.</translation>
    </message>
    <message>
        <source>--url needs https: unencrypted http is only for this computer.</source>
        <translation>--url требует https: без шифрования http допустим только на этом компьютере.</translation>
    </message>
    <message>
        <source>--revoke-certificate needs the certificate&apos;s whole SHA-256.</source>
        <translation>--revoke-certificate требует SHA-256 сертификата целиком.</translation>
    </message>
    <message>
        <source>Takes back the exception for this certificate, then tests.</source>
        <translation>Отзывает исключение для этого сертификата, затем проверяет.</translation>
    </message>
    <message>
        <source>%1 is no getRecordings answer, metadata.xml or events.xml, or it is damaged: %2</source>
        <translation>%1 — не ответ getRecordings, не metadata.xml и не events.xml, или файл повреждён: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Не удалось прочитать %1: %2</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливаюсь…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Made (UTC)</source>
        <translation>Создана (UTC)</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Зашифрована</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 уже есть.</translation>
    </message>
    <message>
        <source>%1 is no backup of a catalog.</source>
        <translation>%1 — не резервная копия каталога.</translation>
    </message>
    <message>
        <source>The backup is encrypted: give --passphrase-stdin.</source>
        <translation>Копия зашифрована: укажите --passphrase-stdin.</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>Парольная фраза неверна.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>Файл %1 повреждён: %2</translation>
    </message>
    <message>
        <source>The backup was made by a newer Letopis; update this one first.</source>
        <translation>Копия сделана более новой версией «Летописи»; сначала обновите эту.</translation>
    </message>
    <message>
        <source>The catalog is in use by another Letopis, or another backup is under way.</source>
        <translation>Каталог занят другой «Летописью», или уже выполняется другое копирование.</translation>
    </message>
    <message>
        <source>There is not enough room: %1</source>
        <translation>Недостаточно места: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read or written: %2</source>
        <translation>Не удаётся прочитать или записать %1: %2</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Останавливаю …</translation>
    </message>
    <message>
        <source>Passphrase of the backup: </source>
        <translation>Парольная фраза копии: </translation>
    </message>
    <message>
        <source>%1 is damaged on this disk and not in the backup; a sync brings it again.</source>
        <translation>Файл %1 повреждён на этом диске и не вошёл в копию; синхронизация получит его снова.</translation>
    </message>
    <message>
        <source>Not encrypted: whoever gets the file can read participants&apos; names.</source>
        <translation>Не зашифрована: каждый, к кому попадёт файл, прочтёт имена участников.</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Saved. `letopis-cli backup verify` checks it.</source>
        <translation>Сохранено. Проверить: `letopis-cli backup verify`.</translation>
    </message>
    <message>
        <source>A schedule needs --folder or --server.</source>
        <translation>Для расписания нужна --folder или --server.</translation>
    </message>
    <message>
        <source>Give --passphrase-stdin, or --unencrypted.</source>
        <translation>Укажите --passphrase-stdin или --unencrypted.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Хранится</translation>
    </message>
    <message>
        <source>The backup is whole.</source>
        <translation>Копия цела.</translation>
    </message>
    <message>
        <source>Restored: the catalog of %1 (UTC).</source>
        <translation>Восстановлен каталог от %1 (UTC).</translation>
    </message>
    <message>
        <source>The catalog that was here is kept as %1.</source>
        <translation>Прежний каталог сохранён как %1.</translation>
    </message>
    <message>
        <source>Secrets are never in a backup: where this computer does not have them, enter each server&apos;s again.</source>
        <translation>Секретов в копии не бывает: если на этом компьютере их нет, введите их для каждого сервера заново.</translation>
    </message>
    <message>
        <source>FILE | --folder DIR | --server NAME [--passphrase-stdin]</source>
        <translation>ФАЙЛ | --folder КАТАЛОГ | --server ИМЯ [--passphrase-stdin]</translation>
    </message>
    <message>
        <source>Makes a backup of the catalog, checks it, and keeps the newest.</source>
        <translation>Делает резервную копию каталога, проверяет её и хранит самые новые.</translation>
    </message>
    <message>
        <source>The catalog may be in use meanwhile. Into a folder or to a server (&lt;data root&gt;/letopis/backups, over SFTP)
the file gets a name with its time, and older ones of the same catalog are removed (14 stay, or what the
settings say). Without a passphrase whoever gets the file can read participants&apos; names.
A passphrase that is lost cannot be got round.</source>
        <translation>Каталогом можно пользоваться и во время копирования. В папке или на сервере (&lt;корень данных&gt;/letopis/backups, по SFTP)
имя файла содержит время; старые копии того же каталога удаляются (остаётся 14 или сколько задано
в настройках). Без парольной фразы каждый, к кому попадёт файл, прочтёт имена участников.
Утраченную парольную фразу обойти нельзя.</translation>
    </message>
    <message>
        <source>Into this folder, made where it is missing.</source>
        <translation>В эту папку; если её нет, она создаётся.</translation>
    </message>
    <message>
        <source>To this server of the catalog.</source>
        <translation>На этот сервер каталога.</translation>
    </message>
    <message>
        <source>Encrypts with a passphrase read from standard input.</source>
        <translation>Шифрует парольной фразой, прочитанной из стандартного ввода.</translation>
    </message>
    <message>
        <source>Give one of FILE, --folder and --server.</source>
        <translation>Укажите что-то одно: ФАЙЛ, --folder или --server.</translation>
    </message>
    <message>
        <source>--folder DIR | --server NAME</source>
        <translation>--folder КАТАЛОГ | --server ИМЯ</translation>
    </message>
    <message>
        <source>Lists the backups in a folder or on a server, newest first.</source>
        <translation>Показывает копии в папке или на сервере, начиная с новых.</translation>
    </message>
    <message>
        <source>In this folder.</source>
        <translation>В этой папке.</translation>
    </message>
    <message>
        <source>On this server of the catalog.</source>
        <translation>На этом сервере каталога.</translation>
    </message>
    <message>
        <source>Give one of --folder and --server.</source>
        <translation>Укажите что-то одно: --folder или --server.</translation>
    </message>
    <message>
        <source>BACKUP FILE --server NAME</source>
        <translation>КОПИЯ ФАЙЛ --server ИМЯ</translation>
    </message>
    <message>
        <source>Brings a backup from a server, by its name in the list.</source>
        <translation>Получает копию с сервера по имени из списка.</translation>
    </message>
    <message>
        <source>From this server of the catalog.</source>
        <translation>С этого сервера каталога.</translation>
    </message>
    <message>
        <source>BACKUP is a name that `backup list` shows.</source>
        <translation>КОПИЯ — это имя из `backup list`.</translation>
    </message>
    <message>
        <source>Which server? Give --server.</source>
        <translation>С какого сервера? Укажите --server.</translation>
    </message>
    <message>
        <source>--every is daily, weekly or off.</source>
        <translation>--every — daily, weekly или off.</translation>
    </message>
    <message>
        <source>Give --passphrase-stdin or --unencrypted, not both.</source>
        <translation>Укажите --passphrase-stdin или --unencrypted, но не оба.</translation>
    </message>
    <message>
        <source>--keep is a number from 1 to 1000.</source>
        <translation>--keep — число от 1 до 1000.</translation>
    </message>
    <message>
        <source>Shows or changes when the desktop application makes backups by itself.</source>
        <translation>Показывает или меняет расписание, по которому настольная программа сама делает копии.</translation>
    </message>
    <message>
        <source>It does so while it runs; what fell due before, a minute after its start. The passphrase goes where the profile keeps its secrets.
An empty --folder or --server takes that destination away.</source>
        <translation>Она делает их во время работы, а пропущенные — через минуту после запуска. Парольная фраза хранится там же, где секреты профиля.
Пустая --folder или --server убирает это место назначения.</translation>
    </message>
    <message>
        <source>daily, weekly or off.</source>
        <translation>daily (ежедневно), weekly (еженедельно) или off (никогда).</translation>
    </message>
    <message>
        <source>Into this folder.</source>
        <translation>В эту папку.</translation>
    </message>
    <message>
        <source>Without a passphrase.</source>
        <translation>Без парольной фразы.</translation>
    </message>
    <message>
        <source>How many stay at each destination.</source>
        <translation>Сколько копий хранить в каждом месте.</translation>
    </message>
    <message>
        <source>FILE [--passphrase-stdin]</source>
        <translation>ФАЙЛ [--passphrase-stdin]</translation>
    </message>
    <message>
        <source>Reads a backup to its end and checks all of it.</source>
        <translation>Читает копию до конца и проверяет её целиком.</translation>
    </message>
    <message>
        <source>Checksums, the database&apos;s own checks, and every hash of the journal. Needs no profile.</source>
        <translation>Контрольные суммы, проверки самой базы данных и каждый хеш журнала. Профиль не нужен.</translation>
    </message>
    <message>
        <source>Reads the passphrase from standard input.</source>
        <translation>Читает парольную фразу из стандартного ввода.</translation>
    </message>
    <message>
        <source>FILE [--passphrase-stdin] [--replace]</source>
        <translation>ФАЙЛ [--passphrase-stdin] [--replace]</translation>
    </message>
    <message>
        <source>Puts the catalog of a backup into the profile.</source>
        <translation>Помещает каталог из копии в профиль.</translation>
    </message>
    <message>
        <source>Checks all of it first. Into an empty profile; with --replace also in the place of a catalog that no program
has open, which is kept beside under a name with the time. Settings are restored only where the profile has none.</source>
        <translation>Сначала проверяет копию целиком. В пустой профиль; с --replace — также на место каталога, не открытого ни одной
программой: он остаётся рядом под именем с временем. Настройки восстанавливаются, только если в профиле их нет.</translation>
    </message>
    <message>
        <source>The profile&apos;s catalog is kept under another name.</source>
        <translation>Каталог профиля сохраняется под другим именем.</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>--type takes line, text, number, date or choice.</source>
        <translation>--type принимает line, text, number, date или choice.</translation>
    </message>
    <message>
        <source>Give a --key of 1 to 40 letters a-z, digits and hyphens that begins with a letter.</source>
        <translation>Укажите --key: от 1 до 40 латинских букв a-z, цифр и дефисов, первая — буква.</translation>
    </message>
    <message>
        <source>A field needs a label.</source>
        <translation>У поля должно быть название.</translation>
    </message>
    <message>
        <source>A choice needs --choice for each of its values, each once.</source>
        <translation>Для choice укажите --choice для каждого значения, каждое один раз.</translation>
    </message>
    <message>
        <source>A label has at most 80 characters.</source>
        <translation>В названии не больше 80 знаков.</translation>
    </message>
    <message>
        <source>Lists the fields of recordings, custom ones too.</source>
        <translation>Показывает поля записей, в том числе дополнительные.</translation>
    </message>
    <message>
        <source>LABEL [--key KEY] [--type TYPE] [--choice VALUE …]</source>
        <translation>НАЗВАНИЕ [--key КЛЮЧ] [--type ТИП] [--choice ЗНАЧЕНИЕ …]</translation>
    </message>
    <message>
        <source>Defines a custom field.</source>
        <translation>Заводит дополнительное поле.</translation>
    </message>
    <message>
        <source>KEY names the field for scripts and on the server; without it, it is made of the label. The type cannot
be changed later.</source>
        <translation>КЛЮЧ обозначает поле в скриптах и на сервере; если не указан, составляется из названия. Тип потом
изменить нельзя.</translation>
    </message>
    <message>
        <source>A key: letters a-z, digits, hyphens.</source>
        <translation>Ключ: буквы a-z, цифры, дефисы.</translation>
    </message>
    <message>
        <source>line (the default), text, number, date or choice.</source>
        <translation>line (по умолчанию), text, number, date или choice.</translation>
    </message>
    <message>
        <source>A value to choose; may be given several times.</source>
        <translation>Вариант для выбора; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>KEY [--undo]</source>
        <translation>КЛЮЧ [--undo]</translation>
    </message>
    <message>
        <source>No longer offers a custom field; its values stay.</source>
        <translation>Больше не предлагает дополнительное поле; его значения остаются.</translation>
    </message>
    <message>
        <source>Offers it again.</source>
        <translation>Снова предлагает его.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>(server)</source>
        <translation>(сервер)</translation>
    </message>
    <message>
        <source>ID [--field FIELD]</source>
        <translation>ID [--field ПОЛЕ]</translation>
    </message>
    <message>
        <source>Lists how a recording&apos;s information changed: who, when, what it was before.</source>
        <translation>Показывает, как менялись сведения о записи: кто, когда и что было прежде.</translation>
    </message>
    <message>
        <source>Newest first. FIELD is title, description, tags, language, owner or custom.KEY.</source>
        <translation>Сначала новые. ПОЛЕ: title, description, tags, language, owner или custom.КЛЮЧ.</translation>
    </message>
    <message>
        <source>This field only.</source>
        <translation>Только это поле.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Кто добавил</translation>
    </message>
    <message>
        <source>Leaves the server alone: `material sync` brings it there later.</source>
        <translation>Не обращается к серверу: изменение отправит `material sync`.</translation>
    </message>
    <message>
        <source>MATERIAL is an ID as `material list` tells it, or a name that only one has.</source>
        <translation>МАТЕРИАЛ — это ID из `material list` или название, которое есть только у одного.</translation>
    </message>
    <message>
        <source>A place is a whole number from 1.</source>
        <translation>Место — целое число от 1.</translation>
    </message>
    <message>
        <source>ID MATERIAL…</source>
        <translation>ID МАТЕРИАЛ…</translation>
    </message>
    <message>
        <source>Moves materials to the trash; `material restore` brings them back.</source>
        <translation>Перемещает материалы в корзину; `material restore` возвращает их.</translation>
    </message>
    <message>
        <source>Takes materials out of the trash.</source>
        <translation>Возвращает материалы из корзины.</translation>
    </message>
    <message>
        <source>ID MATERIAL NAME</source>
        <translation>ID МАТЕРИАЛ НАЗВАНИЕ</translation>
    </message>
    <message>
        <source>Gives a material another name.</source>
        <translation>Переименовывает материал.</translation>
    </message>
    <message>
        <source>ID MATERIAL TEXT</source>
        <translation>ID МАТЕРИАЛ ТЕКСТ</translation>
    </message>
    <message>
        <source>Says a few words about a material.</source>
        <translation>Задаёт описание материала.</translation>
    </message>
    <message>
        <source>ID MATERIAL PLACE</source>
        <translation>ID МАТЕРИАЛ МЕСТО</translation>
    </message>
    <message>
        <source>Moves a material to this place in the list, from 1.</source>
        <translation>Переносит материал на это место в списке, считая от 1.</translation>
    </message>
    <message>
        <source>ID [--trash]</source>
        <translation>ID [--trash]</translation>
    </message>
    <message>
        <source>Lists the files that were added to a recording.</source>
        <translation>Перечисляет файлы, добавленные к записи.</translation>
    </message>
    <message>
        <source>As the catalog has them: `material sync` asks the server what others added.</source>
        <translation>Так, как они есть в каталоге: что добавили другие, узнаёт `material sync`.</translation>
    </message>
    <message>
        <source>Also those in the trash.</source>
        <translation>Вместе с корзиной.</translation>
    </message>
    <message>
        <source>ID FILE… [--to MATERIAL] [--offline]</source>
        <translation>ID ФАЙЛ… [--to МАТЕРИАЛ] [--offline]</translation>
    </message>
    <message>
        <source>Adds files to a recording, and uploads them to its server.</source>
        <translation>Добавляет к записи файлы и отправляет их на её сервер.</translation>
    </message>
    <message>
        <source>The files are copied into the profile first. Where the server cannot be reached they wait there.</source>
        <translation>Сначала файлы копируются в профиль. Если сервер недоступен, они ждут там.</translation>
    </message>
    <message>
        <source>Adds the file as a new version of this material.</source>
        <translation>Добавляет файл как новую версию этого материала.</translation>
    </message>
    <message>
        <source>--to takes one material and one file.</source>
        <translation>--to принимает один материал и один файл.</translation>
    </message>
    <message>
        <source>There is no such file: %1</source>
        <translation>Такого файла нет: %1</translation>
    </message>
    <message>
        <source>ID [MATERIAL…] [--number N] [--out PATH] [--force]</source>
        <translation>ID [МАТЕРИАЛ…] [--number N] [--out ПУТЬ] [--force]</translation>
    </message>
    <message>
        <source>Saves materials as files, fetching them where needed; all of a recording without names.</source>
        <translation>Сохраняет материалы в файлы, при необходимости загружая их; без названий — все материалы записи.</translation>
    </message>
    <message>
        <source>The number of an older version.</source>
        <translation>Номер прежней версии.</translation>
    </message>
    <message>
        <source>The file, or a folder that is there; the current folder by default.</source>
        <translation>Файл или существующая папка; по умолчанию текущая папка.</translation>
    </message>
    <message>
        <source>Replaces files that are there.</source>
        <translation>Заменяет существующие файлы.</translation>
    </message>
    <message>
        <source>--number takes a number from 1, for one material.</source>
        <translation>--number принимает число от 1, для одного материала.</translation>
    </message>
    <message>
        <source>It is in the catalog, and waits for the server: `letopis-cli material sync`.</source>
        <translation>Изменение в каталоге и ждёт сервера: `letopis-cli material sync`.</translation>
    </message>
    <message>
        <source>No server of the catalog has an SSH account, over which materials go.</source>
        <translation>Ни у одного сервера каталога нет учётной записи SSH, через которую передаются материалы.</translation>
    </message>
    <message>
        <source>[SERVER]</source>
        <translation>[СЕРВЕР]</translation>
    </message>
    <message>
        <source>Uploads what waits, and reads what others added, on one server or on all.</source>
        <translation>Отправляет то, что ждёт, и узнаёт, что добавили другие: на одном сервере или на всех.</translation>
    </message>
    <message>
        <source>Files themselves are fetched by `material get`.</source>
        <translation>Сами файлы загружает `material get`.</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Наше</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Конфликты</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>Только здесь</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Теперь</translation>
    </message>
    <message>
        <source>[--all]</source>
        <translation>[--all]</translation>
    </message>
    <message>
        <source>Lists edits that wait to be pushed, and conflicts.</source>
        <translation>Показывает правки, которые ждут отправки, и конфликты.</translation>
    </message>
    <message>
        <source>pending waits, settling was pushed and is looked at once more, conflict was changed differently on the
server: decide it with `outbox decide`.</source>
        <translation>pending ждёт, settling отправлена и будет проверена ещё раз, conflict изменена на сервере иначе:
решите, что оставить, командой `outbox decide`.</translation>
    </message>
    <message>
        <source>Also what only the catalog can hold, with the reason.</source>
        <translation>Также то, что может хранить только каталог, с причиной.</translation>
    </message>
    <message>
        <source>Pushes waiting edits to one server, or to all.</source>
        <translation>Отправляет ожидающие правки на один сервер или на все.</translation>
    </message>
    <message>
        <source>Each recording is read anew first; what was changed there meanwhile is merged field by field.</source>
        <translation>Сначала каждая запись читается заново; что изменилось там за это время, объединяется по полям.</translation>
    </message>
    <message>
        <source>ID FIELD</source>
        <translation>ID ПОЛЕ</translation>
    </message>
    <message>
        <source>Takes a waiting edit back: the field shows what the server says.</source>
        <translation>Отменяет ожидающую правку: поле показывает то, что говорит сервер.</translation>
    </message>
    <message>
        <source>Decides a conflict: our value is pushed, or the server&apos;s is taken.</source>
        <translation>Решает конфликт: отправляет наше значение или берёт значение сервера.</translation>
    </message>
    <message>
        <source>Say ours or theirs, not %1.</source>
        <translation>Укажите ours или theirs, а не %1.</translation>
    </message>
    <message>
        <source>--role takes guest, viewer, presenter or moderator.</source>
        <translation>--role принимает guest, viewer, presenter или moderator.</translation>
    </message>
    <message>
        <source>--minutes takes a whole number.</source>
        <translation>--minutes принимает целое число.</translation>
    </message>
    <message>
        <source>guest, viewer, presenter or moderator.</source>
        <translation>guest, viewer, presenter или moderator.</translation>
    </message>
    <message>
        <source>The user&apos;s id at the conference service&apos;s front end.</source>
        <translation>Идентификатор пользователя в системе, через которую входят в конференции.</translation>
    </message>
    <message>
        <source>A note.</source>
        <translation>Примечание.</translation>
    </message>
    <message>
        <source>The name.</source>
        <translation>Имя.</translation>
    </message>
    <message>
        <source>Minutes present, as you know them.</source>
        <translation>Сколько минут присутствовал, если вам известно.</translation>
    </message>
    <message>
        <source>WHO is a UID as `participants` lists it, or a name that only one has. The automatic list is never
overwritten: corrections lie over it.</source>
        <translation>КТО: UID из `participants` или имя, если оно только у одного. Автоматический список не переписывается:
исправления лежат поверх него.</translation>
    </message>
    <message>
        <source>ID NAME [--role ROLE] [--minutes N] [--note TEXT]</source>
        <translation>ID ИМЯ [--role РОЛЬ] [--minutes N] [--note ТЕКСТ]</translation>
    </message>
    <message>
        <source>Adds somebody the server does not know of.</source>
        <translation>Добавляет того, о ком сервер не знает.</translation>
    </message>
    <message>
        <source>ID WHO [--name NAME] [--role ROLE] [--note TEXT]</source>
        <translation>ID КТО [--name ИМЯ] [--role РОЛЬ] [--note ТЕКСТ]</translation>
    </message>
    <message>
        <source>Corrects a participant; what is not given keeps following the server.</source>
        <translation>Исправляет участника; что не указано, по-прежнему берётся с сервера.</translation>
    </message>
    <message>
        <source>ID WHO</source>
        <translation>ID КТО</translation>
    </message>
    <message>
        <source>Leaves a participant out; `participant restore` brings them back.</source>
        <translation>Убирает участника из списка; `participant restore` возвращает его.</translation>
    </message>
    <message>
        <source>Takes all corrections of a participant back, also a removal or a merge.</source>
        <translation>Отменяет все исправления участника, в том числе удаление и объединение.</translation>
    </message>
    <message>
        <source>ID WHO WHO…</source>
        <translation>ID КТО КТО…</translation>
    </message>
    <message>
        <source>Makes one person of several.</source>
        <translation>Объединяет нескольких участников в одного.</translation>
    </message>
    <message>
        <source>Writes the attendance report: minutes, and percent of what was recorded.</source>
        <translation>Выводит отчёт о присутствии: минуты и доля записанного времени.</translation>
    </message>
    <message>
        <source>CSV unless --format json is given.</source>
        <translation>CSV, если не указано --format json.</translation>
    </message>
    <message>
        <source>--tag takes +TAG or -TAG, not %1.</source>
        <translation>--tag принимает +МЕТКА или -МЕТКА, а не %1.</translation>
    </message>
    <message>
        <source>--field takes KEY=VALUE, not %1.</source>
        <translation>--field принимает КЛЮЧ=ЗНАЧЕНИЕ, а не %1.</translation>
    </message>
    <message>
        <source>Nothing to set.</source>
        <translation>Нечего менять.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>ID… [--title T] [--description D] [--tag +T|-T] [--field K=V] [--dry-run]</source>
        <translation>ID… [--title T] [--description D] [--tag +T|-T] [--field K=V] [--dry-run]</translation>
    </message>
    <message>
        <source>Changes the information of one or many recordings.</source>
        <translation>Меняет сведения об одной или многих записях.</translation>
    </message>
    <message>
        <source>The catalog shows the change at once; `outbox push`, or the desktop, brings it to the server.
--dry-run shows what would change and changes nothing. An edit that is not valid is named, the
others are applied, and the exit code is 1.</source>
        <translation>Каталог показывает правку сразу; на сервер её отправляет `outbox push` или настольная программа.
--dry-run показывает, что изменится, и ничего не меняет. Недопустимая правка называется, остальные
вносятся, код завершения 1.</translation>
    </message>
    <message>
        <source>The title.</source>
        <translation>Название.</translation>
    </message>
    <message>
        <source>The description.</source>
        <translation>Описание.</translation>
    </message>
    <message>
        <source>The language, as a code: ru, en, pt-BR.</source>
        <translation>Язык, код: ru, en, pt-BR.</translation>
    </message>
    <message>
        <source>Whose recording it is.</source>
        <translation>Чья это запись.</translation>
    </message>
    <message>
        <source>Adds (+T) or removes (-T) a tag; may be given several times.</source>
        <translation>Добавляет (+T) или убирает (-T) метку; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>A custom field by its key; may be given several times.</source>
        <translation>Дополнительное поле по ключу; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Shows the changes, makes none.</source>
        <translation>Показывает изменения, не внося их.</translation>
    </message>
    <message>
        <source>The material %1 is missing or damaged on this disk, and not on a server yet: it is not in the backup. Add it again.</source>
        <translation>Материал %1 потерян или повреждён на этом диске, а на сервере его ещё нет: в копию он не вошёл. Добавьте его снова.</translation>
    </message>
    <message>
        <source>GROUP [--add WHO …] [--remove WHO …]</source>
        <translation>ГРУППА [--add КТО …] [--remove КТО …]</translation>
    </message>
    <message>
        <source>Lists who is in a group, after putting people in or out.</source>
        <translation>Перечисляет состав группы, сначала изменив его, если это указано.</translation>
    </message>
    <message>
        <source>WHO is a login, an e-mail address, an ID as `person list` tells it, or group:NAME. Groups cannot contain
each other. The built-in ones give the role: administrators, limited-administrators, moderators, viewers.</source>
        <translation>КТО — это логин, адрес электронной почты, ID из `person list` или group:НАЗВАНИЕ. Группы не могут содержать
друг друга. Встроенные дают роль: administrators, limited-administrators, moderators, viewers.</translation>
    </message>
    <message>
        <source>Puts somebody in; may be given several times.</source>
        <translation>Включает в группу; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Takes somebody out; may be given several times.</source>
        <translation>Исключает из группы; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Lists the groups, the built-in ones first.</source>
        <translation>Перечисляет группы, сначала встроенные.</translation>
    </message>
    <message>
        <source>GROUP NAME</source>
        <translation>ГРУППА НАЗВАНИЕ</translation>
    </message>
    <message>
        <source>Gives a group another name.</source>
        <translation>Переименовывает группу.</translation>
    </message>
    <message>
        <source>Makes a group.</source>
        <translation>Создаёт группу.</translation>
    </message>
    <message>
        <source>GROUP</source>
        <translation>ГРУППА</translation>
    </message>
    <message>
        <source>Removes a group and what it was given; its members stay.</source>
        <translation>Удаляет группу и всё, что ей было дано; её участники остаются.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Folder of materials</source>
        <translation>Папка материалов</translation>
    </message>
    <message>
        <source>[PATH | --default]</source>
        <translation>[ПУТЬ | --default]</translation>
    </message>
    <message>
        <source>Shows or sets the folder on the servers in which materials are kept.</source>
        <translation>Показывает или задаёт папку на серверах, в которой хранятся материалы.</translation>
    </message>
    <message>
        <source>PATH is absolute, the same on every server of this profile, and there already; recordings get folders of their own in it.
By default it is &lt;data root&gt;/letopis of each server. Everybody who works with these recordings has to use the same.
What is there already is not moved. A program that runs uses it after its next start.</source>
        <translation>ПУТЬ абсолютный, один и тот же на всех серверах этого профиля, и папка уже есть; записи получают в ней свои папки.
По умолчанию это &lt;корень данных&gt;/letopis каждого сервера. Все, кто работает с этими записями, должны использовать одну и ту же.
Уже лежащее там не переносится. Запущенная программа начнёт использовать её после перезапуска.</translation>
    </message>
    <message>
        <source>Goes back to &lt;data root&gt;/letopis of each server.</source>
        <translation>Возвращает &lt;корень данных&gt;/letopis каждого сервера.</translation>
    </message>
    <message>
        <source>PATH is absolute, and goes without --default.</source>
        <translation>ПУТЬ должен быть абсолютным и указываться без --default.</translation>
    </message>
    <message>
        <source>The server&apos;s value is another one by now: look with `outbox list`. Nothing was decided.</source>
        <translation>Значение на сервере уже другое: посмотрите `outbox list`. Ничего не решено.</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>не прочитано: %1</translation>
    </message>
    <message>
        <source>the same person as in line %1</source>
        <translation>тот же человек, что в строке %1</translation>
    </message>
    <message>
        <source>your role does not allow this</source>
        <translation>ваша роль этого не позволяет</translation>
    </message>
    <message>
        <source>into: %1</source>
        <translation>в группы: %1</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Встроенная</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>person</source>
        <translation>человек</translation>
    </message>
    <message>
        <source>group</source>
        <translation>группа</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Не указано имя.</translation>
    </message>
    <message>
        <source>The name has more than %1 characters.</source>
        <translation>В имени больше символов, чем можно: %1.</translation>
    </message>
    <message>
        <source>A login has no spaces and no invisible characters.</source>
        <translation>В логине нет пробелов и невидимых символов.</translation>
    </message>
    <message>
        <source>The login has more than %1 characters.</source>
        <translation>В логине больше символов, чем можно: %1.</translation>
    </message>
    <message>
        <source>The login belongs to %1.</source>
        <translation>Логин принадлежит другому человеку: %1.</translation>
    </message>
    <message>
        <source>The login looks like another one: %1.</source>
        <translation>Логин похож на другой: %1.</translation>
    </message>
    <message>
        <source>This is no e-mail address: %1.</source>
        <translation>Это не адрес электронной почты: %1.</translation>
    </message>
    <message>
        <source>The e-mail address belongs to %1.</source>
        <translation>Адрес электронной почты принадлежит другому человеку: %1.</translation>
    </message>
    <message>
        <source>An external id belongs to %1.</source>
        <translation>Внешний идентификатор принадлежит другому человеку: %1.</translation>
    </message>
    <message>
        <source>--role takes viewer, moderator, limited-administrator or administrator.</source>
        <translation>--role принимает viewer, moderator, limited-administrator или administrator.</translation>
    </message>
    <message>
        <source>--switches takes people, permissions, retention and reports, separated by commas.</source>
        <translation>--switches принимает people, permissions, retention и reports через запятую.</translation>
    </message>
    <message>
        <source>The login; without one, somebody cannot sign in.</source>
        <translation>Логин; без него человек не может войти.</translation>
    </message>
    <message>
        <source>The e-mail address.</source>
        <translation>Адрес электронной почты.</translation>
    </message>
    <message>
        <source>viewer (the default), moderator, limited-administrator or administrator.</source>
        <translation>viewer (по умолчанию), moderator, limited-administrator или administrator.</translation>
    </message>
    <message>
        <source>The language, such as ru or en.</source>
        <translation>Язык, например ru или en.</translation>
    </message>
    <message>
        <source>What a limited administrator is given: people,permissions,retention,reports.</source>
        <translation>Что дано ограниченному администратору: people,permissions,retention,reports.</translation>
    </message>
    <message>
        <source>An external user id at a server; may be given several times.</source>
        <translation>Внешний идентификатор пользователя на сервере; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Puts them into a group; may be given several times.</source>
        <translation>Включает человека в группу; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>PERSON is a login, an e-mail address, or an ID as `person list` tells it.</source>
        <translation>ЧЕЛОВЕК — это логин, адрес электронной почты или ID из `person list`.</translation>
    </message>
    <message>
        <source>NAME [--login LOGIN] [--email EMAIL] [--role ROLE] [--group GROUP …]</source>
        <translation>ИМЯ [--login ЛОГИН] [--email АДРЕС] [--role РОЛЬ] [--group ГРУППА …]</translation>
    </message>
    <message>
        <source>Adds a person.</source>
        <translation>Добавляет человека.</translation>
    </message>
    <message>
        <source>PERSON [--name NAME] [--role ROLE] [--block | --unblock] …</source>
        <translation>ЧЕЛОВЕК [--name ИМЯ] [--role РОЛЬ] [--block | --unblock] …</translation>
    </message>
    <message>
        <source>Changes a person; what is not given stays.</source>
        <translation>Изменяет сведения о человеке; что не указано, остаётся как есть.</translation>
    </message>
    <message>
        <source>Takes an external user id away.</source>
        <translation>Убирает внешний идентификатор пользователя.</translation>
    </message>
    <message>
        <source>They may nothing until they are unblocked.</source>
        <translation>Не может ничего, пока блокировка не снята.</translation>
    </message>
    <message>
        <source>They may again what they were given.</source>
        <translation>Снова может всё, что ему дано.</translation>
    </message>
    <message>
        <source>Say --block or --unblock.</source>
        <translation>Укажите либо --block, либо --unblock.</translation>
    </message>
    <message>
        <source>[TEXT] [--group GROUP] [--role ROLE] [--logins]</source>
        <translation>[ТЕКСТ] [--group ГРУППА] [--role РОЛЬ] [--logins]</translation>
    </message>
    <message>
        <source>Lists people by name.</source>
        <translation>Перечисляет людей по именам.</translation>
    </message>
    <message>
        <source>TEXT begins words of the name, the login, or the e-mail address.</source>
        <translation>С ТЕКСТА начинаются слова имени, логин или адрес электронной почты.</translation>
    </message>
    <message>
        <source>Only members, also of the groups inside it.</source>
        <translation>Только участники группы, в том числе вложенных групп.</translation>
    </message>
    <message>
        <source>Only people of this role.</source>
        <translation>Только люди с этой ролью.</translation>
    </message>
    <message>
        <source>Only who has a login.</source>
        <translation>Только те, у кого есть логин.</translation>
    </message>
    <message>
        <source>Removes a person with all they were given; the recordings they attended stay.</source>
        <translation>Удаляет человека и всё, что ему было дано; записи с его участием остаются.</translation>
    </message>
    <message>
        <source>Gives everything of OTHER to KEPT: ids, groups, permissions, folders, attendance.</source>
        <translation>Передаёт всё, что есть у ДРУГОГО, ОСТАЮЩЕМУСЯ: идентификаторы, группы, права, папки, посещения.</translation>
    </message>
    <message>
        <source>The column %1 is not read.</source>
        <translation>Столбец %1 не читается.</translation>
    </message>
    <message>
        <source>Lines with errors: %1. Nothing was imported.</source>
        <translation>Строк с ошибками: %1. Ничего не импортировано.</translation>
    </message>
    <message>
        <source>Give a FILE, - for standard input, or --from-recording ID.</source>
        <translation>Укажите ФАЙЛ, - для стандартного ввода или --from-recording ID.</translation>
    </message>
    <message>
        <source>FILE | --from-recording ID [--dry-run]</source>
        <translation>ФАЙЛ | --from-recording ID [--dry-run]</translation>
    </message>
    <message>
        <source>Adds and changes people as a CSV file lists them: all lines, or none where one has an error.</source>
        <translation>Добавляет и изменяет людей по файлу CSV: все строки или ни одной, если хотя бы в одной есть ошибка.</translation>
    </message>
    <message>
        <source>UTF-8, separated by comma, semicolon or tab. The first line names columns: name, login, email, role,
language, groups (separated by |), external_ids (SERVER:ID, separated by |). Empty cells leave what is
there; groups and external ids are added. Somebody is known by login, else by e-mail, else by external id.</source>
        <translation>UTF-8, разделитель — запятая, точка с запятой или табуляция. Первая строка называет столбцы: name, login,
email, role, language, groups (через |), external_ids (СЕРВЕР:ID через |). Пустые ячейки ничего не меняют;
группы и внешние идентификаторы добавляются. Человека узнают по логину, иначе по почте, иначе по внешнему ID.</translation>
    </message>
    <message>
        <source>Only tells what would be added and changed.</source>
        <translation>Только показать, что будет добавлено и изменено.</translation>
    </message>
    <message>
        <source>The recording&apos;s registered participants who are not known yet.</source>
        <translation>Зарегистрированные участники записи, которых ещё нет в списке людей.</translation>
    </message>
    <message>
        <source>Writes all people as CSV, as `person import` reads it.</source>
        <translation>Выводит всех людей в CSV в том виде, в каком их читает `person import`.</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>Until (UTC)</source>
        <translation>До (UTC)</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>Кто открыл</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Благодаря чему</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Использована</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Скачивание</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Кто создал</translation>
    </message>
    <message>
        <source>Usual days</source>
        <translation>Дней обычно</translation>
    </message>
    <message>
        <source>Most days</source>
        <translation>Дней не больше</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>Нужен пароль</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Служба</translation>
    </message>
    <message>
        <source>attended, cannot watch</source>
        <translation>участвовали, не могут смотреть</translation>
    </message>
    <message>
        <source>can watch, did not attend</source>
        <translation>могут смотреть, не участвовали</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The recording is public: everybody can see it.</source>
        <translation>Запись открыта для всех: её видит каждый.</translation>
    </message>
    <message>
        <source>%1 of %2 are shown: --limit</source>
        <translation>Показано %1 из %2: --limit</translation>
    </message>
    <message>
        <source>Changes nothing; tells who would gain and who would lose what.</source>
        <translation>Ничего не меняет; показывает, кто что получил бы и потерял.</translation>
    </message>
    <message>
        <source>ITEM is a recording (its ID, or the server&apos;s record ID) or a folder by its path, such as /Shared/Faculty.</source>
        <translation>ITEM — запись (её ID или record ID сервера) или папка по её пути, например /Shared/Факультет.</translation>
    </message>
    <message>
        <source>WHO is a login, an e-mail address, an ID as `person list` tells it, or group:NAME.</source>
        <translation>WHO — логин, адрес почты, ID из `person list` или group:ИМЯ.</translation>
    </message>
    <message>
        <source>ITEM [WHO view|publish|manage|denied]</source>
        <translation>ITEM [WHO view|publish|manage|denied]</translation>
    </message>
    <message>
        <source>Gives a person or group a permission, and lists what is given.</source>
        <translation>Даёт человеку или группе разрешение и показывает список разрешений.</translation>
    </message>
    <message>
        <source>What inherited gets a list of its own, which starts as a copy. `denied` is not the same as nothing: it takes away
what groups give.</source>
        <translation>Что наследовало, получает свой список — сначала копию. `denied` — не то же, что ничего: оно отнимает
то, что дают группы.</translation>
    </message>
    <message>
        <source>It ends with this day, or at this moment (UTC).</source>
        <translation>Действует по этот день включительно или до этого момента (UTC).</translation>
    </message>
    <message>
        <source>A permission is view, publish, manage or denied.</source>
        <translation>Разрешение — view, publish, manage или denied.</translation>
    </message>
    <message>
        <source>ITEM WHO</source>
        <translation>ITEM WHO</translation>
    </message>
    <message>
        <source>Takes a person&apos;s or group&apos;s entry out of the list.</source>
        <translation>Убирает человека или группу из списка разрешений.</translation>
    </message>
    <message>
        <source>ITEM</source>
        <translation>ITEM</translation>
    </message>
    <message>
        <source>Drops the item&apos;s own list: it inherits its folder&apos;s again.</source>
        <translation>Убирает собственный список: снова наследуется список папки.</translation>
    </message>
    <message>
        <source>RECORDING on|off</source>
        <translation>RECORDING on|off</translation>
    </message>
    <message>
        <source>Lets everybody see a recording, or takes that back.</source>
        <translation>Открывает запись для всех или закрывает её снова.</translation>
    </message>
    <message>
        <source>Only an administrator makes a recording public.</source>
        <translation>Открыть запись для всех может только администратор.</translation>
    </message>
    <message>
        <source>Say on or off.</source>
        <translation>Укажите on или off.</translation>
    </message>
    <message>
        <source>Only recordings can be public, not folders.</source>
        <translation>Для всех открываются только записи, не папки.</translation>
    </message>
    <message>
        <source>PERSON ITEM</source>
        <translation>PERSON ITEM</translation>
    </message>
    <message>
        <source>Tells step by step why a person has the access they have.</source>
        <translation>Объясняет по шагам, почему у человека такой доступ.</translation>
    </message>
    <message>
        <source>Lists everybody who can see a recording or folder, and through what.</source>
        <translation>Показывает всех, кто видит запись или папку, и благодаря чему.</translation>
    </message>
    <message>
        <source>At most so many (default 1000).</source>
        <translation>Не больше стольких (обычно 1000).</translation>
    </message>
    <message>
        <source>--limit is a number from 1.</source>
        <translation>--limit — число от 1.</translation>
    </message>
    <message>
        <source>Does it with the rights of this person of the profile, to try them out.</source>
        <translation>Выполняет с правами этого человека из профиля, чтобы их проверить.</translation>
    </message>
    <message>
        <source>--as needs a login or an e-mail address.</source>
        <translation>Для --as нужен логин или адрес электронной почты.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Own list</source>
        <translation>Свой список</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Only tells who would gain and lose access.</source>
        <translation>Только сообщает, кто получил бы и кто потерял бы доступ.</translation>
    </message>
    <message>
        <source>[FOLDER]</source>
        <translation>[ПАПКА]</translation>
    </message>
    <message>
        <source>Lists the folders that are opened to you, or those below one.</source>
        <translation>Показывает открытые вам папки или вложенные в одну из них.</translation>
    </message>
    <message>
        <source>A folder is named by its path, such as /Shared/Faculty/2026 or /People/Anna, or by its ID.</source>
        <translation>Папку называют путём, например /Shared/Факультет/2026 или /People/Анна, или её ID.</translation>
    </message>
    <message>
        <source>FOLDER TO [--dry-run]</source>
        <translation>ПАПКА КУДА [--dry-run]</translation>
    </message>
    <message>
        <source>Moves a folder with everything in it into another one.</source>
        <translation>Перемещает папку со всем содержимым в другую.</translation>
    </message>
    <message>
        <source>What inherits its permissions inherits them from the new place: who gains and who loses is told first.</source>
        <translation>Что наследует разрешения, наследует их от нового места: сначала сообщается, кто получит и кто потеряет доступ.</translation>
    </message>
    <message>
        <source>FOLDER [--content-to FOLDER] [--dry-run]</source>
        <translation>ПАПКА [--content-to ПАПКА] [--dry-run]</translation>
    </message>
    <message>
        <source>Removes a folder that is empty, or whose content goes elsewhere.</source>
        <translation>Удаляет папку, если она пуста или её содержимое переносится.</translation>
    </message>
    <message>
        <source>Filing rules into the folder go with it.</source>
        <translation>Правила раскладки в эту папку удаляются вместе с ней.</translation>
    </message>
    <message>
        <source>Where its recordings and folders go.</source>
        <translation>Куда перенести её записи и папки.</translation>
    </message>
    <message>
        <source>FOLDER ID… [--dry-run]</source>
        <translation>ПАПКА ID… [--dry-run]</translation>
    </message>
    <message>
        <source>Files recordings into a folder.</source>
        <translation>Кладёт записи в папку.</translation>
    </message>
    <message>
        <source>FOLDER NAME</source>
        <translation>ПАПКА НАЗВАНИЕ</translation>
    </message>
    <message>
        <source>Makes a folder in another one.</source>
        <translation>Создаёт папку в другой папке.</translation>
    </message>
    <message>
        <source>Gives a folder another name.</source>
        <translation>Переименовывает папку.</translation>
    </message>
    <message>
        <source>Only counts the recordings of the Shared folder that rules would take now.</source>
        <translation>Только считает записи папки Shared, которые правила забрали бы сейчас.</translation>
    </message>
    <message>
        <source>Lists the rules that file new recordings; the first that fits counts.</source>
        <translation>Показывает правила раскладки новых записей; действует первое подходящее.</translation>
    </message>
    <message>
        <source>This is no condition: %1</source>
        <translation>Это не условие: %1</translation>
    </message>
    <message>
        <source>A rule for every recording is added with --all.</source>
        <translation>Правило для всех записей добавляется с --all.</translation>
    </message>
    <message>
        <source>A rule has at most %1 conditions.</source>
        <translation>В правиле не больше %1 условий.</translation>
    </message>
    <message>
        <source>FOLDER [--if CONDITION …] [--server NAME] [--at N] [--dry-run]</source>
        <translation>ПАПКА [--if УСЛОВИЕ …] [--server НАЗВАНИЕ] [--at N] [--dry-run]</translation>
    </message>
    <message>
        <source>Adds a rule that files new recordings into a folder.</source>
        <translation>Добавляет правило, по которому новые записи попадают в папку.</translation>
    </message>
    <message>
        <source>CONDITION is WHAT HOW TEXT: WHAT is meeting, meetingId, owner or metadata:KEY, HOW is is, contains or beginsWith.
Upper and lower case do not count. All conditions of a rule must hold.</source>
        <translation>УСЛОВИЕ — это ЧТО КАК ТЕКСТ: ЧТО — meeting, meetingId, owner или metadata:КЛЮЧ, КАК — is, contains или beginsWith.
Регистр букв не важен. Должны выполняться все условия правила.</translation>
    </message>
    <message>
        <source>What must hold, such as &apos;meeting contains exam&apos;; may be given several times.</source>
        <translation>Что должно выполняться, например &apos;meeting contains экзамен&apos;; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Only recordings of this server.</source>
        <translation>Только записи этого сервера.</translation>
    </message>
    <message>
        <source>Every recording, where no condition is given.</source>
        <translation>Все записи, если условий нет.</translation>
    </message>
    <message>
        <source>Its place among the rules, from 1; otherwise the last.</source>
        <translation>Место среди правил, начиная с 1; иначе последнее.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Removes a rule; what it filed stays where it is.</source>
        <translation>Удаляет правило; разложенное им остаётся на месте.</translation>
    </message>
    <message>
        <source>N TO</source>
        <translation>N КУДА</translation>
    </message>
    <message>
        <source>Gives a rule another place among the rules.</source>
        <translation>Переставляет правило на другое место.</translation>
    </message>
    <message>
        <source>[--dry-run]</source>
        <translation>[--dry-run]</translation>
    </message>
    <message>
        <source>Lets the rules file the recordings of the Shared folder, too.</source>
        <translation>Раскладывает по правилам и записи папки Shared.</translation>
    </message>
    <message>
        <source>Password of the link: </source>
        <translation>Пароль ссылки: </translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Give --%1 or --%2, not both.</source>
        <translation>Укажите --%1 или --%2, не оба.</translation>
    </message>
    <message>
        <source>--uses is a number from 1 to %1.</source>
        <translation>--uses — число от 1 до %1.</translation>
    </message>
    <message>
        <source>--until is a day or a moment such as 2027-05-31 or 2027-05-31T14:00:00Z, or never.</source>
        <translation>--until — день или момент, например 2027-05-31 или 2027-05-31T14:00:00Z, или never.</translation>
    </message>
    <message>
        <source>RECORDING [OPTION …]</source>
        <translation>RECORDING [ПАРАМЕТР …]</translation>
    </message>
    <message>
        <source>Makes a link to a recording and prints its token once.</source>
        <translation>Создаёт ссылку на запись и один раз печатает её токен.</translation>
    </message>
    <message>
        <source>Until a Letopis service answers for links, nothing on a server opens for a token. A BigBlueButton playback address is no
link: it asks for no rights.</source>
        <translation>Пока за ссылки не отвечает служба Летописи, на сервере по токену ничего не откроется. Адрес просмотра BigBlueButton — не
ссылка: он не спрашивает прав.</translation>
    </message>
    <message>
        <source>What it is for.</source>
        <translation>Для чего она.</translation>
    </message>
    <message>
        <source>It ends with this day, or at this moment (UTC); never: without end. Default: as the policy says.</source>
        <translation>Действует по этот день включительно или до этого момента (UTC); never: бессрочно. Обычно — как в правилах.</translation>
    </message>
    <message>
        <source>It opens so many times at most.</source>
        <translation>Открывается не больше стольких раз.</translation>
    </message>
    <message>
        <source>It asks for a password: one line of standard input.</source>
        <translation>Спрашивает пароль: одна строка стандартного ввода.</translation>
    </message>
    <message>
        <source>Files may be downloaded.</source>
        <translation>Файлы можно скачивать.</translation>
    </message>
    <message>
        <source>Files may not be downloaded.</source>
        <translation>Файлы нельзя скачивать.</translation>
    </message>
    <message>
        <source>--%1 is a number from 0 (without end) to %2.</source>
        <translation>--%1 — число от 0 (бессрочно) до %2.</translation>
    </message>
    <message>
        <source>Shows what holds for new links, after changing it.</source>
        <translation>Показывает правила для новых ссылок, изменив их.</translation>
    </message>
    <message>
        <source>Only an administrator changes it. Links that are there already stay as they are.</source>
        <translation>Меняет их только администратор. Существующие ссылки остаются как есть.</translation>
    </message>
    <message>
        <source>How long a link lasts where nothing is said; 0: without end.</source>
        <translation>Сколько дней действует ссылка, если не сказано иное; 0: бессрочно.</translation>
    </message>
    <message>
        <source>How long it may last at most; 0: without end.</source>
        <translation>Сколько дней она может действовать самое большее; 0: бессрочно.</translation>
    </message>
    <message>
        <source>Every link needs a password.</source>
        <translation>Каждой ссылке нужен пароль.</translation>
    </message>
    <message>
        <source>A link may go without a password.</source>
        <translation>Ссылка может быть без пароля.</translation>
    </message>
    <message>
        <source>New links allow downloads where nothing is said.</source>
        <translation>Новые ссылки позволяют скачивание, если не сказано иное.</translation>
    </message>
    <message>
        <source>New links allow no downloads where nothing is said.</source>
        <translation>Новые ссылки не позволяют скачивание, если не сказано иное.</translation>
    </message>
    <message>
        <source>The address of the service that answers for links; empty: there is none.</source>
        <translation>Адрес службы, которая отвечает за ссылки; пусто: её нет.</translation>
    </message>
    <message>
        <source>[RECORDING]</source>
        <translation>[RECORDING]</translation>
    </message>
    <message>
        <source>Lists the links of a recording, or all that you may make.</source>
        <translation>Показывает ссылки записи или все, которыми вы вправе распоряжаться.</translation>
    </message>
    <message>
        <source>LINK</source>
        <translation>LINK</translation>
    </message>
    <message>
        <source>Ends a link for good.</source>
        <translation>Отзывает ссылку навсегда.</translation>
    </message>
    <message>
        <source>LINK is the ID that `link list` shows.</source>
        <translation>LINK — ID, который показывает `link list`.</translation>
    </message>
    <message>
        <source>There is no person with the login or e-mail %1.</source>
        <translation>Нет человека с логином или адресом %1.</translation>
    </message>
    <message>
        <source>Nothing was decided. Add --seen with the server&apos;s value, the one under “Theirs”.</source>
        <translation>Ничего не решено. Добавьте --seen со значением сервера, тем, что в столбце «На сервере».</translation>
    </message>
    <message>
        <source>ID FIELD ours|theirs --seen TEXT</source>
        <translation>ID ПОЛЕ ours|theirs --seen ТЕКСТ</translation>
    </message>
    <message>
        <source>Without --seen nothing is decided: both values are shown.</source>
        <translation>Без --seen ничего не решается: показываются оба значения.</translation>
    </message>
    <message>
        <source>The server&apos;s value that the decision is about; nothing is decided if it is another one by now.</source>
        <translation>Значение сервера, о котором идёт речь; если оно уже другое, ничего не решается.</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Первые %1 из %2.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Режим</translation>
    </message>
    <message>
        <source>Lists people who moderated a meeting and cannot manage its recording.</source>
        <translation>Показывает людей, которые были модераторами встречи и не управляют её записью.</translation>
    </message>
    <message>
        <source>People are told by the server&apos;s user id, by an e-mail address that is one, or by the match made in the participants form.</source>
        <translation>Людей узнают по идентификатору пользователя на сервере, по адресу почты, если он им служит, или по сопоставлению в форме участников.</translation>
    </message>
    <message>
        <source>RECORDING PERSON</source>
        <translation>RECORDING PERSON</translation>
    </message>
    <message>
        <source>Gives who is proposed the permission Manage.</source>
        <translation>Даёт предложенному человеку разрешение «Управление».</translation>
    </message>
    <message>
        <source>SERVER [off|propose|grant]</source>
        <translation>SERVER [off|propose|grant]</translation>
    </message>
    <message>
        <source>Shows or sets what happens with a meeting&apos;s moderators who are known.</source>
        <translation>Показывает или задаёт, что делать с известными модераторами встреч.</translation>
    </message>
    <message>
        <source>propose (usual): they are listed. grant: every sync gives them Manage at its end. Only an administrator sets it.</source>
        <translation>propose (обычно): они попадают в список. grant: каждая синхронизация в конце даёт им «Управление». Задаёт только администратор.</translation>
    </message>
    <message>
        <source>A mode is off, propose or grant.</source>
        <translation>Режим — off, propose или grant.</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>RECORDING</translation>
    </message>
    <message>
        <source>Lists known people who attended and cannot watch, or can watch and did not attend.</source>
        <translation>Показывает известных людей, которые участвовали и не могут смотреть или могут смотреть и не участвовали.</translation>
    </message>
    <message>
        <source>PERSON [OPTION …]</source>
        <translation>PERSON [ПАРАМЕТР …]</translation>
    </message>
    <message>
        <source>Lists the recordings that a person can see.</source>
        <translation>Показывает записи, которые видит человек.</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) not sent to it stay in this catalog only.</source>
        <translation>
            <numerusform>%n правка, не отправленная на него, остаётся только в этом каталоге.</numerusform>
            <numerusform>%n правки, не отправленные на него, остаются только в этом каталоге.</numerusform>
            <numerusform>%n правок, не отправленных на него, остаются только в этом каталоге.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) not sent to it stay in this catalog only.</source>
        <translation>
            <numerusform>%n материал, не отправленный на него, остаётся только в этом каталоге.</numerusform>
            <numerusform>%n материала, не отправленные на него, остаются только в этом каталоге.</numerusform>
            <numerusform>%n материалов, не отправленных на него, остаются только в этом каталоге.</numerusform>
        </translation>
    </message>
    <message>
        <source>--as goes with commands that work in the profile&apos;s catalog.</source>
        <translation>С --as работают только команды, которым нужен каталог профиля.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Кого</translation>
    </message>
    <message>
        <source>--until has passed: nobody would be given anything.</source>
        <translation>Срок в --until уже прошёл: никто ничего не получит.</translation>
    </message>
    <message>
        <source>--until and --dry-run are for an entry: say WHO, and which permission.</source>
        <translation>--until и --dry-run относятся к записи списка: укажите КОМУ и какое разрешение.</translation>
    </message>
    <message>
        <source>There is no secret store to sign with; --unsigned makes a file that anybody could have written.</source>
        <translation>Нет хранилища секретов, чтобы подписать; --unsigned сделает файл, который мог написать кто угодно.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Компьютер</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Скрыто</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Подписано</translation>
    </message>
    <message>
        <source>By this login; may be given several times.</source>
        <translation>Сделанные под этим логином; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>This action, or all that begin with &quot;link.&quot;; may be given several times.</source>
        <translation>Это действие или все, что начинаются с «link.»; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>About this recording.</source>
        <translation>Об этой записи.</translation>
    </message>
    <message>
        <source>About this server.</source>
        <translation>Об этом сервере.</translation>
    </message>
    <message>
        <source>On this day (or at this moment) or later.</source>
        <translation>В этот день (или момент) или позже.</translation>
    </message>
    <message>
        <source>Until this day&apos;s end, or before this moment.</source>
        <translation>До конца этого дня или раньше этого момента.</translation>
    </message>
    <message>
        <source>With these words, or their beginnings.</source>
        <translation>С этими словами или их началами.</translation>
    </message>
    <message>
        <source>Lists the journal: who did what, when, and from which computer.</source>
        <translation>Показывает журнал: кто что сделал, когда и с какого компьютера.</translation>
    </message>
    <message>
        <source>Newest first. One recording&apos;s journal is for who sees its reports, the whole one for administrators.</source>
        <translation>Сначала новые. Журнал одной записи — для тех, кому видны её отчёты, весь — для администраторов.</translation>
    </message>
    <message>
        <source>From the beginning.</source>
        <translation>С начала.</translation>
    </message>
    <message>
        <source>At most so many, up to 5000.</source>
        <translation>Не больше стольких, до 5000.</translation>
    </message>
    <message>
        <source>Goes on after this number.</source>
        <translation>Продолжает после этого номера.</translation>
    </message>
    <message>
        <source>--limit is from 1 to 5000, --after a number that `audit list` showed.</source>
        <translation>--limit — от 1 до 5000, --after — номер, который показал `audit list`.</translation>
    </message>
    <message>
        <source>FILE [--as-format FORMAT] [OPTION …]</source>
        <translation>ФАЙЛ [--as-format ФОРМАТ] [ПАРАМЕТР …]</translation>
    </message>
    <message>
        <source>Writes the journal, or what is asked for of it, into a file.</source>
        <translation>Записывает журнал или то, что из него запрошено, в файл.</translation>
    </message>
    <message>
        <source>csv and json (one object per line) are for reading; extract is signed and can be checked without the catalog by
`audit verify FILE`: of the events that were not asked for it has nothing but hashes. Compressed where FILE ends with .zst.</source>
        <translation>csv и json (по объекту на строку) — для чтения; extract подписан и проверяется без каталога командой
`audit verify ФАЙЛ`: о незапрошенных событиях в нём нет ничего, кроме хешей. Сжимается, если ФАЙЛ оканчивается на .zst.</translation>
    </message>
    <message>
        <source>csv, json or extract.</source>
        <translation>csv, json или extract.</translation>
    </message>
    <message>
        <source>An extract without a signature.</source>
        <translation>Выписка без подписи.</translation>
    </message>
    <message>
        <source>--as-format is csv, json or extract.</source>
        <translation>--as-format — csv, json или extract.</translation>
    </message>
    <message>
        <source>[FILE] [--accept]</source>
        <translation>[ФАЙЛ] [--accept]</translation>
    </message>
    <message>
        <source>Prints where the journal ends now, to be kept where its owner cannot reach it.</source>
        <translation>Печатает, чем журнал заканчивается сейчас, чтобы хранить это там, куда его владельцу не дотянуться.</translation>
    </message>
    <message>
        <source>A few lines of text to mail or print, signed where there is a secret store. `audit verify --anchor FILE` proves later
that nothing was cut off or rewritten before it. The profile keeps one of its own: a catalog that is older than it is
deletes nothing until --accept says that it is the right one.</source>
        <translation>Несколько строк текста, чтобы отправить письмом или напечатать; подписаны, если есть хранилище секретов. `audit verify --anchor ФАЙЛ`
позже докажет, что до него ничего не обрезано и не переписано. Профиль хранит и свой якорь: каталог старше него
ничего не удаляет, пока --accept не скажет, что он верный.</translation>
    </message>
    <message>
        <source>The catalog is the right one, though the profile has seen a newer one.</source>
        <translation>Каталог верный, хотя профиль видел более новый.</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Первое</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Последнее</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>С (UTC)</translation>
    </message>
    <message>
        <source>To (UTC)</source>
        <translation>По (UTC)</translation>
    </message>
    <message>
        <source>Stored in</source>
        <translation>Сохранён в</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Изъят</translation>
    </message>
    <message>
        <source>The journal&apos;s chain is broken at event %1: audit verify tells more.</source>
        <translation>Цепочка журнала нарушена на событии %1: подробности скажет audit verify.</translation>
    </message>
    <message>
        <source>%1 is not the whole stretch as it was stored.</source>
        <translation>%1 — не тот отрезок целиком, который был сохранён.</translation>
    </message>
    <message>
        <source>Stretches go from the oldest on, and only after `audit store`.</source>
        <translation>Отрезки изымаются, начиная с самого старого, и только после `audit store`.</translation>
    </message>
    <message>
        <source>Lists the stretches of the journal that were sealed.</source>
        <translation>Показывает запечатанные отрезки журнала.</translation>
    </message>
    <message>
        <source>--until DATE</source>
        <translation>--until ДАТА</translation>
    </message>
    <message>
        <source>Checks the journal and closes what is before a day, so that it can be stored.</source>
        <translation>Проверяет журнал и запечатывает то, что было до указанного дня, чтобы это можно было сохранить.</translation>
    </message>
    <message>
        <source>Before this day (or moment), UTC.</source>
        <translation>До этого дня (или момента), UTC.</translation>
    </message>
    <message>
        <source>FIRST DIR [--unsigned]</source>
        <translation>ПЕРВОЕ ПАПКА [--unsigned]</translation>
    </message>
    <message>
        <source>Writes a sealed stretch into a signed, compressed file.</source>
        <translation>Записывает запечатанный отрезок в подписанный сжатый файл.</translation>
    </message>
    <message>
        <source>Without a signature.</source>
        <translation>Без подписи.</translation>
    </message>
    <message>
        <source>FIRST FILE</source>
        <translation>ПЕРВОЕ ФАЙЛ</translation>
    </message>
    <message>
        <source>Takes a stored stretch out of the catalog, once its file has been checked.</source>
        <translation>Изымает сохранённый отрезок из каталога, проверив его файл.</translation>
    </message>
    <message>
        <source>Event %1 is missing.</source>
        <translation>Событие %1 отсутствует.</translation>
    </message>
    <message>
        <source>Event %1 was changed.</source>
        <translation>Событие %1 изменено.</translation>
    </message>
    <message>
        <source>What is around the events was changed, or its signature is not of the named key.</source>
        <translation>Изменено то, что окружает события, либо подпись сделана не названным ключом.</translation>
    </message>
    <message>
        <source>In the place of event %1 stands event %2.</source>
        <translation>На месте события %1 стоит событие %2.</translation>
    </message>
    <message>
        <source>Event %1 does not follow the one before it: one of the two was put there by another hand.</source>
        <translation>Событие %1 не продолжает предыдущее: одно из двух внесено чужой рукой.</translation>
    </message>
    <message>
        <source>The journal was cut off: event %1 was there.</source>
        <translation>Журнал обрезан: событие %1 было.</translation>
    </message>
    <message>
        <source>Event %1 is another one than was seen earlier.</source>
        <translation>Событие %1 — не то, которое видели раньше.</translation>
    </message>
    <message>
        <source>From event %1 on a stretch is gone that the journal does not tell of.</source>
        <translation>Начиная с события %1 исчез отрезок, о котором журнал не говорит.</translation>
    </message>
    <message>
        <source>Intact: %1 events.</source>
        <translation>Цел, событий: %1.</translation>
    </message>
    <message>
        <source>Broken after %1 events.</source>
        <translation>Нарушен после событий: %1.</translation>
    </message>
    <message>
        <source>It begins with event %1; what was before it is kept in files.</source>
        <translation>Начинается с события %1; то, что было раньше, хранится в файлах.</translation>
    </message>
    <message>
        <source>That nothing was cut off its end can be told with --anchor only.</source>
        <translation>Что конец не обрезан, можно сказать только с --anchor.</translation>
    </message>
    <message>
        <source>The anchor&apos;s event is there.</source>
        <translation>Событие якоря на месте.</translation>
    </message>
    <message>
        <source>An anchor of %1 (UTC): %2 events.</source>
        <translation>Якорь от %1 (UTC), событий: %2.</translation>
    </message>
    <message>
        <source>A deletion&apos;s certificate of %1 (UTC), named by event %2.</source>
        <translation>Свидетельство об удалении от %1 (UTC), названо событием %2.</translation>
    </message>
    <message>
        <source>Events %1 to %2: %3 in full, %4 withheld.</source>
        <translation>События с %1 по %2: полностью %3, скрыто %4.</translation>
    </message>
    <message>
        <source>Intact.</source>
        <translation>Цело.</translation>
    </message>
    <message>
        <source>Signed by the key %1.</source>
        <translation>Подписано ключом %1.</translation>
    </message>
    <message>
        <source>Not signed: anybody could have written it.</source>
        <translation>Не подписано: написать мог кто угодно.</translation>
    </message>
    <message>
        <source>That its event is in the journal can be told with --within or --catalog only.</source>
        <translation>Что его событие есть в журнале, можно сказать только с --within или --catalog.</translation>
    </message>
    <message>
        <source>Its event is in the journal.</source>
        <translation>Его событие есть в журнале.</translation>
    </message>
    <message>
        <source>The journal does not hold.</source>
        <translation>Журнал нарушен.</translation>
    </message>
    <message>
        <source>--within and --catalog go with a FILE.</source>
        <translation>--within и --catalog даются вместе с FILE.</translation>
    </message>
    <message>
        <source>[FILE] [--anchor FILE] [--within EXTRACT | --catalog]</source>
        <translation>[ФАЙЛ] [--anchor ФАЙЛ] [--within ВЫПИСКА | --catalog]</translation>
    </message>
    <message>
        <source>Checks that nobody changed the journal, or a file that came from it.</source>
        <translation>Проверяет, что никто не изменил журнал или файл из него.</translation>
    </message>
    <message>
        <source>Without FILE the catalog&apos;s own journal, which may be in use: every hash anew. FILE is an extract, a stored stretch of the
journal, an anchor or a deletion&apos;s certificate; it is checked without a profile. Names the first broken place and ends
with 1. A signature says who made a file only where you know the key by another way.</source>
        <translation>Без ФАЙЛА — журнал самого каталога, который может использоваться: каждый хеш заново. ФАЙЛ — выписка, сохранённый отрезок
журнала, якорь или свидетельство об удалении; он проверяется без профиля. Называет первое нарушенное место и завершается
с кодом 1. Подпись говорит, кем сделан файл, только если ключ известен вам из другого источника.</translation>
    </message>
    <message>
        <source>This anchor&apos;s event must be there: nothing was cut off since.</source>
        <translation>Событие этого якоря должно быть на месте: с тех пор ничего не обрезано.</translation>
    </message>
    <message>
        <source>A certificate&apos;s event must be in this extract.</source>
        <translation>Событие свидетельства должно быть в этой выписке.</translation>
    </message>
    <message>
        <source>A certificate&apos;s or anchor&apos;s event must be in the profile&apos;s catalog.</source>
        <translation>Событие свидетельства или якоря должно быть в каталоге профиля.</translation>
    </message>
    <message>
        <source>It is done, but cannot be shown: %1</source>
        <translation>Сделано, но показать нельзя: %1</translation>
    </message>
    <message>
        <source>An argument is empty.</source>
        <translation>Один из аргументов пуст.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>Для --%1 нужно значение.</translation>
    </message>
    <message>
        <source>there is no SSH account</source>
        <translation>нет учётной записи SSH</translation>
    </message>
    <message>
        <source>the script is not installed, see `server recipe`</source>
        <translation>скрипт не установлен, см. `server recipe`</translation>
    </message>
    <message>
        <source>sudo does not allow it, see `server recipe`</source>
        <translation>sudo этого не разрешает, см. `server recipe`</translation>
    </message>
    <message>
        <source>the account may run no commands</source>
        <translation>учётной записи нельзя запускать команды</translation>
    </message>
    <message>
        <source>the script is of another version</source>
        <translation>скрипт другой версии</translation>
    </message>
    <message>
        <source>a directory is missing</source>
        <translation>нет каталога</translation>
    </message>
    <message>
        <source>a directory is a symbolic link</source>
        <translation>каталог — символическая ссылка</translation>
    </message>
    <message>
        <source>its account may not write there</source>
        <translation>его учётной записи нельзя туда писать</translation>
    </message>
    <message>
        <source>Deleting: not known.</source>
        <translation>Удаление: неизвестно.</translation>
    </message>
    <message>
        <source>Trash: recordings can come back from the server&apos;s own deleted tree.</source>
        <translation>Корзина: записи можно вернуть из собственного каталога удалённых на сервере.</translation>
    </message>
    <message>
        <source>Trash: recordings are only unpublished until they are deleted for good (%1).</source>
        <translation>Корзина: записи лишь снимаются с публикации до окончательного удаления (%1).</translation>
    </message>
    <message>
        <source>Purge: files leave the server&apos;s disk.</source>
        <translation>Окончательное удаление: файлы уходят с диска сервера.</translation>
    </message>
    <message>
        <source>Purge: the server only moves files, its disk is not freed (%1).</source>
        <translation>Окончательное удаление: сервер только перемещает файлы, место на диске не освобождается (%1).</translation>
    </message>
    <message>
        <source>Nothing was deleted. Look at plan %1, then carry it out: `retention apply %1 --confirm %2`.</source>
        <translation>Ничего не удалено. Посмотрите план %1, затем выполните его: `retention apply %1 --confirm %2`.</translation>
    </message>
    <message>
        <source>Nothing was deleted. A second person has to approve plan %1: `retention apply %1 --approve`.</source>
        <translation>Ничего не удалено. План %1 должен одобрить второй человек: `retention apply %1 --approve`.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Освобождено</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Находка</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Исправление</translation>
    </message>
    <message>
        <source>Nothing is left over that a deletion would mend. For the rest, sync.</source>
        <translation>Нет остатков, которые исправило бы удаление. Для прочего выполните синхронизацию.</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Хеш</translation>
    </message>
    <message>
        <source># On the server, as root, install the script below:
#   install -o root -g root -m 0755 letopis-recordings /usr/local/sbin/letopis-recordings
# and let the account run it, with visudo -f /etc/sudoers.d/letopis:
#   %1# then try it from here: letopis-cli server check NAME
</source>
        <translation># На сервере установите от имени root скрипт ниже:
#   install -o root -g root -m 0755 letopis-recordings /usr/local/sbin/letopis-recordings
# и разрешите учётной записи запускать его, visudo -f /etc/sudoers.d/letopis:
#   %1# затем проверьте отсюда: letopis-cli server check ИМЯ
</translation>
    </message>
    <message>
        <source>--confirm needs the number of recordings in the plan.</source>
        <translation>Для --confirm нужно число записей в плане.</translation>
    </message>
    <message>
        <source>Yes: that many recordings, as the plan says.</source>
        <translation>Да: столько записей, как сказано в плане.</translation>
    </message>
    <message>
        <source>Approve what another person confirmed.</source>
        <translation>Одобрить то, что подтвердил другой человек.</translation>
    </message>
    <message>
        <source>ID …</source>
        <translation>ID …</translation>
    </message>
    <message>
        <source>PLAN [--confirm N] [--approve]</source>
        <translation>ПЛАН [--confirm N] [--approve]</translation>
    </message>
    <message>
        <source>Carries out a plan: exactly its items, each with its result.</source>
        <translation>Выполняет план: ровно его пункты, каждый со своим итогом.</translation>
    </message>
    <message>
        <source>Can be cut anywhere and called again. Each recording is looked at anew just before: what is held, or was changed
since the plan was made, stays.</source>
        <translation>Можно прервать в любом месте и вызвать снова. Каждая запись проверяется заново непосредственно перед удалением: что
под юридическим запретом или изменено после составления плана, остаётся.</translation>
    </message>
    <message>
        <source>A plan has a number.</source>
        <translation>У плана есть номер.</translation>
    </message>
    <message>
        <source>ID [--to FILE]</source>
        <translation>ID [--to ФАЙЛ]</translation>
    </message>
    <message>
        <source>Writes the certificate of a recording&apos;s deletion, with the event of the journal that names it.</source>
        <translation>Записывает свидетельство об удалении записи вместе с событием журнала, которое на него ссылается.</translation>
    </message>
    <message>
        <source>Where to; otherwise it is printed.</source>
        <translation>Куда; иначе печатается.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>Checks the file of a certificate offline: that nothing in it was changed.</source>
        <translation>Проверяет файл свидетельства без сети: что в нём ничего не изменено.</translation>
    </message>
    <message>
        <source>That its event is in the journal&apos;s chain is checked with `audit verify`.</source>
        <translation>Что его событие есть в цепочке журнала, проверяет `audit verify`.</translation>
    </message>
    <message>
        <source>Prints the script, and the line for sudo, with which recordings can be brought back and purged on a server.</source>
        <translation>Печатает скрипт и строку для sudo, с которыми на сервере можно возвращать и окончательно удалять записи.</translation>
    </message>
    <message>
        <source>[NAME] [--mend [--confirm N]]</source>
        <translation>[ИМЯ] [--mend [--confirm N]]</translation>
    </message>
    <message>
        <source>Compares a server&apos;s list, its disk and the catalog, and says what does not agree.</source>
        <translation>Сверяет список сервера, его диск и каталог и говорит, что не сходится.</translation>
    </message>
    <message>
        <source>With --mend what is left over on the disk becomes a plan of deletion, carried out once it is confirmed; what a sync
mends is left to that.</source>
        <translation>С --mend остатки на диске становятся планом удаления, который выполняется после подтверждения; что исправляет
синхронизация, оставлено ей.</translation>
    </message>
    <message>
        <source>Propose a plan that removes what is left over.</source>
        <translation>Предложить план, который удалит остатки.</translation>
    </message>
    <message>
        <source>Puts recordings into the trash, from where they can come back.</source>
        <translation>Отправляет записи в корзину, откуда их можно вернуть.</translation>
    </message>
    <message>
        <source>Without --confirm only the plan is made.</source>
        <translation>Без --confirm только составляется план.</translation>
    </message>
    <message>
        <source>Brings recordings back from the trash.</source>
        <translation>Возвращает записи из корзины.</translation>
    </message>
    <message>
        <source>Deletes recordings for good, with a certificate of each.</source>
        <translation>Удаляет записи окончательно, со свидетельством о каждой.</translation>
    </message>
    <message>
        <source>Recordings would go, in time or at once: %1. Look at them first; --confirm %1 then says that they may.</source>
        <translation>Со временем или сразу будут удалены записи: %1. Сначала просмотрите их, затем разрешите параметром --confirm %1.</translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation>Ничего не удаляется.</translation>
    </message>
    <message>
        <source>--dry-run is for a change: say --add or --remove.</source>
        <translation>--dry-run относится к изменению: укажите --add или --remove.</translation>
    </message>
    <message>
        <source>unpublish</source>
        <translation>снять с публикации</translation>
    </message>
    <message>
        <source>trash</source>
        <translation>в корзину</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>восстановить</translation>
    </message>
    <message>
        <source>delete for good</source>
        <translation>удалить насовсем</translation>
    </message>
    <message>
        <source>no policy is about it</source>
        <translation>ни одно правило к ней не относится</translation>
    </message>
    <message>
        <source>policy “%1”</source>
        <translation>правило «%1»</translation>
    </message>
    <message>
        <source>among the newest of its meeting, which “%1” keeps</source>
        <translation>среди новейших записей встречи, которые оставляет «%1»</translation>
    </message>
    <message>
        <source>recorded after the date of “%1”</source>
        <translation>записана позже даты правила «%1»</translation>
    </message>
    <message>
        <source>nobody knows when it was recorded</source>
        <translation>неизвестно, когда она записана</translation>
    </message>
    <message>
        <source>a date of its own</source>
        <translation>собственная дата</translation>
    </message>
    <message>
        <source>never, as was said of it</source>
        <translation>никогда, как задано для неё самой</translation>
    </message>
    <message>
        <source>the server is still working on it</source>
        <translation>сервер ещё обрабатывает её</translation>
    </message>
    <message>
        <source>it is no longer on its server</source>
        <translation>её больше нет на сервере</translation>
    </message>
    <message>
        <source>it is in the trash</source>
        <translation>она в корзине</translation>
    </message>
    <message>
        <source>it was deleted for good</source>
        <translation>она удалена насовсем</translation>
    </message>
    <message>
        <source>end of the grace period</source>
        <translation>конец срока хранения в корзине</translation>
    </message>
    <message>
        <source>meeting %1 of %2</source>
        <translation>встреча %1 на %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the recording</source>
        <translation>
            <numerusform>через %n день после записи</numerusform>
            <numerusform>через %n дня после записи</numerusform>
            <numerusform>через %n дней после записи</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the last view</source>
        <translation>
            <numerusform>через %n день после последнего просмотра</numerusform>
            <numerusform>через %n дня после последнего просмотра</numerusform>
            <numerusform>через %n дней после последнего просмотра</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n of a meeting stay</source>
        <translation>
            <numerusform>%n новейшая запись встречи остаётся</numerusform>
            <numerusform>%n новейшие записи встречи остаются</numerusform>
            <numerusform>%n новейших записей встречи остаются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unpublished %n day(s) before</source>
        <translation>
            <numerusform>за %n день до этого снимается с публикации</numerusform>
            <numerusform>за %n дня до этого снимается с публикации</numerusform>
            <numerusform>за %n дней до этого снимается с публикации</numerusform>
        </translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Удаляются</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Включено</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Last viewed</source>
        <translation>Последний просмотр</translation>
    </message>
    <message>
        <source>held</source>
        <translation>удаление запрещено</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) would go, %1.</source>
        <translation>
            <numerusform>Будет удалена %n запись, %1.</numerusform>
            <numerusform>Будут удалены %n записи, %1.</numerusform>
            <numerusform>Будет удалено %n записей, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only unpublished: %1.</source>
        <translation>Только снимаются с публикации: %1.</translation>
    </message>
    <message>
        <source>Held: %1.</source>
        <translation>Удаление запрещено: %1.</translation>
    </message>
    <message>
        <source>Viewed lately: %1.</source>
        <translation>Недавно просмотрены: %1.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Unpublished</source>
        <translation>Снимается с публикации</translation>
    </message>
    <message>
        <source>To the trash</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Насовсем</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Удаляется</translation>
    </message>
    <message>
        <source>But</source>
        <translation>Но</translation>
    </message>
    <message>
        <source>retention is off on its server</source>
        <translation>на её сервере автоудаление выключено</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Удаление запрещено</translation>
    </message>
    <message>
        <source>Also about it</source>
        <translation>Относится также</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Запрет</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Кем установлен</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Установлен</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Автоудаление</translation>
    </message>
    <message>
        <source>Warnings, days</source>
        <translation>Предупреждения, дней</translation>
    </message>
    <message>
        <source>Grace, days</source>
        <translation>В корзине, дней</translation>
    </message>
    <message>
        <source>Limit of a run</source>
        <translation>Предел за раз</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Два человека</translation>
    </message>
    <message>
        <source>on</source>
        <translation>включено</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключено</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дней</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says %1, and the catalog already knows of %2.</source>
        <translation>Часы этого компьютера показывают %1, а в каталоге уже есть %2.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says %1, the server&apos;s %2.</source>
        <translation>Часы этого компьютера показывают %1, часы сервера — %2.</translation>
    </message>
    <message>
        <source>The catalog was last synced at %1: sync first.</source>
        <translation>Последняя синхронизация каталога была %1: сначала синхронизируйте.</translation>
    </message>
    <message>
        <source>The catalog was never synced with this server: sync first.</source>
        <translation>Каталог ни разу не синхронизировался с этим сервером: сначала синхронизируйте.</translation>
    </message>
    <message>
        <source>The catalog is not the one that was last written: it was restored from a backup, or is an old copy.</source>
        <translation>Каталог не тот, что был записан последним: он восстановлен из резервной копии или является старой копией.</translation>
    </message>
    <message>
        <source>Retention is off on this server.</source>
        <translation>На этом сервере автоудаление выключено.</translation>
    </message>
    <message>
        <source>--confirm needs the number of recordings.</source>
        <translation>Параметру --confirm нужно число записей.</translation>
    </message>
    <message>
        <source>The number of recordings that would go, as the preview tells it.</source>
        <translation>Число записей, которые будут удалены, как его показывает предварительный просмотр.</translation>
    </message>
    <message>
        <source>--%1 needs a number.</source>
        <translation>Параметру --%1 нужно число.</translation>
    </message>
    <message>
        <source>RECORDING|SERVER|all</source>
        <translation>ЗАПИСЬ|СЕРВЕР|all</translation>
    </message>
    <message>
        <source>Tells when a recording goes and why, or how retention runs.</source>
        <translation>Показывает, когда и почему удаляется запись или как идёт автоудаление.</translation>
    </message>
    <message>
        <source>RECORDING… (--on DATE | --never | --policy)</source>
        <translation>ЗАПИСЬ… (--on ДАТА | --never | --policy)</translation>
    </message>
    <message>
        <source>Says when recordings go, whatever policies say.</source>
        <translation>Задаёт срок удаления записей независимо от правил.</translation>
    </message>
    <message>
        <source>On this day, such as 2027-01-31.</source>
        <translation>В этот день, например 2027-01-31.</translation>
    </message>
    <message>
        <source>Never.</source>
        <translation>Никогда.</translation>
    </message>
    <message>
        <source>As the policies say.</source>
        <translation>По правилам.</translation>
    </message>
    <message>
        <source>One of --on, --never and --policy is needed.</source>
        <translation>Нужен один из параметров --on, --never, --policy.</translation>
    </message>
    <message>
        <source>A day is written like 2027-01-31.</source>
        <translation>День пишется так: 2027-01-31.</translation>
    </message>
    <message>
        <source>RECORDING… --reason TEXT</source>
        <translation>ЗАПИСЬ… --reason ТЕКСТ</translation>
    </message>
    <message>
        <source>Holds recordings: nothing removes them, by any path.</source>
        <translation>Запрещает удаление записей каким бы то ни было путём.</translation>
    </message>
    <message>
        <source>Why they are needed.</source>
        <translation>Зачем они нужны.</translation>
    </message>
    <message>
        <source>--reason needs a text of at most %1 characters.</source>
        <translation>Параметру --reason нужен текст не длиннее %1 символов.</translation>
    </message>
    <message>
        <source>RECORDING [--hold NUMBER]</source>
        <translation>ЗАПИСЬ [--hold НОМЕР]</translation>
    </message>
    <message>
        <source>Ends the holds of a recording, or one of them.</source>
        <translation>Снимает запреты удаления записи или один из них.</translation>
    </message>
    <message>
        <source>The hold&apos;s number.</source>
        <translation>Номер запрета.</translation>
    </message>
    <message>
        <source>Only lists the recordings that would go earlier than now, or at all.</source>
        <translation>Только показывает записи, которые стали бы удаляться раньше или вообще удаляться.</translation>
    </message>
    <message>
        <source>So many days after the recording.</source>
        <translation>Через столько дней после записи.</translation>
    </message>
    <message>
        <source>The days are those after the last view.</source>
        <translation>Дни считаются от последнего просмотра.</translation>
    </message>
    <message>
        <source>So many of each meeting stay.</source>
        <translation>Столько записей каждой встречи остаётся.</translation>
    </message>
    <message>
        <source>Unpublishes so many days before.</source>
        <translation>За столько дней до этого снимает с публикации.</translation>
    </message>
    <message>
        <source>Its place in the list.</source>
        <translation>Место в списке.</translation>
    </message>
    <message>
        <source>A policy is about --server, --folder, --server with --meeting, or --if with a condition.</source>
        <translation>Правило относится к --server, --folder, --server вместе с --meeting или к --if с условием.</translation>
    </message>
    <message>
        <source>A policy has a name and one of --days, --on and --never; a day is written like 2027-01-31.</source>
        <translation>У правила есть название и один из параметров --days, --on, --never; день пишется так: 2027-01-31.</translation>
    </message>
    <message>
        <source>NAME (--server NAME | --folder FOLDER | --server NAME --meeting ID | --if CONDITION…) RULE [option …]</source>
        <translation>НАЗВАНИЕ (--server ИМЯ | --folder ПАПКА | --server ИМЯ --meeting ID | --if УСЛОВИЕ…) СРОК [параметр …]</translation>
    </message>
    <message>
        <source>Adds a policy. The nearest decides: a meeting&apos;s, a filter&apos;s, a folder&apos;s, a server&apos;s.</source>
        <translation>Добавляет правило хранения. Решает ближайшее: правило встречи, фильтра, папки, сервера.</translation>
    </message>
    <message>
        <source>Recordings of this server.</source>
        <translation>Записи этого сервера.</translation>
    </message>
    <message>
        <source>Recordings in this folder and those below.</source>
        <translation>Записи этой папки и вложенных в неё.</translation>
    </message>
    <message>
        <source>Recordings of this meeting, by its ID on the server.</source>
        <translation>Записи этой встречи, по её ID на сервере.</translation>
    </message>
    <message>
        <source>Recordings that this is true of; may be given several times.</source>
        <translation>Записи, для которых это верно; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Conditions: &quot;title contains exam&quot;, &quot;meeting is Algebra&quot;, &quot;meetingId beginsWith room-&quot;, &quot;metadata:KEY is VALUE&quot;, &quot;owner is Anna&quot;, &quot;shorter-than 5&quot; (minutes), &quot;fewer-than 3&quot; (participants), &quot;never-viewed&quot;, &quot;state unpublished&quot;.</source>
        <translation>Условия: &quot;title contains экзамен&quot;, &quot;meeting is Алгебра&quot;, &quot;meetingId beginsWith room-&quot;, &quot;metadata:КЛЮЧ is ЗНАЧЕНИЕ&quot;, &quot;owner is Анна&quot;, &quot;shorter-than 5&quot; (минут), &quot;fewer-than 3&quot; (участников), &quot;never-viewed&quot;, &quot;state unpublished&quot;.</translation>
    </message>
    <message>
        <source>PLACE [option …]</source>
        <translation>МЕСТО [параметр …]</translation>
    </message>
    <message>
        <source>Changes a policy.</source>
        <translation>Изменяет правило хранения.</translation>
    </message>
    <message>
        <source>Its name.</source>
        <translation>Название.</translation>
    </message>
    <message>
        <source>It counts.</source>
        <translation>Правило действует.</translation>
    </message>
    <message>
        <source>It does not count.</source>
        <translation>Правило не действует.</translation>
    </message>
    <message>
        <source>PLACE [--confirm COUNT] [--dry-run]</source>
        <translation>МЕСТО [--confirm ЧИСЛО] [--dry-run]</translation>
    </message>
    <message>
        <source>Removes a policy.</source>
        <translation>Убирает правило хранения.</translation>
    </message>
    <message>
        <source>Lists the policies: of the same nearness the first counts.</source>
        <translation>Показывает правила хранения: из одинаково близких действует первое.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>--make needs a server, and is about now.</source>
        <translation>Для --make нужен сервер; план составляется на текущий момент.</translation>
    </message>
    <message>
        <source>--days needs a server, and is at most %1.</source>
        <translation>Для --days нужен сервер; наибольшее значение — %1.</translation>
    </message>
    <message>
        <source>[--server NAME] [--date DATE] [--make]</source>
        <translation>[--server ИМЯ] [--date ДАТА] [--make]</translation>
    </message>
    <message>
        <source>Lists what is due by now, or by the end of a day.</source>
        <translation>Показывает, чему пора быть удалённым сейчас или к концу дня.</translation>
    </message>
    <message>
        <source>Of this server alone.</source>
        <translation>Только этого сервера.</translation>
    </message>
    <message>
        <source>By the end of this day.</source>
        <translation>К концу этого дня.</translation>
    </message>
    <message>
        <source>Stores the plan, to be applied exactly as it is.</source>
        <translation>Сохраняет план, чтобы выполнить именно его.</translation>
    </message>
    <message>
        <source>Only servers on which retention is on have anything due.</source>
        <translation>Удаление предстоит только на серверах, где автоудаление включено.</translation>
    </message>
    <message>
        <source>[--server NAME] [--date DATE] [--days N] [--calendar]</source>
        <translation>[--server ИМЯ] [--date ДАТА] [--days N] [--calendar]</translation>
    </message>
    <message>
        <source>Tells what would go if retention were on. Changes nothing.</source>
        <translation>Показывает, что было бы удалено при включённом автоудалении. Ничего не меняет.</translation>
    </message>
    <message>
        <source>As if recordings of the server went so many days after they were made.</source>
        <translation>Как если бы записи сервера удалялись через столько дней после проведения.</translation>
    </message>
    <message>
        <source>Day by day over a year, with the space that it frees.</source>
        <translation>По дням на год вперёд, с освобождаемым местом.</translation>
    </message>
    <message>
        <source>SERVER (--dry-run | --confirm COUNT)</source>
        <translation>СЕРВЕР (--dry-run | --confirm ЧИСЛО)</translation>
    </message>
    <message>
        <source>Switches retention on for a server.</source>
        <translation>Включает автоудаление на сервере.</translation>
    </message>
    <message>
        <source>Only lists the recordings that would go, at once and in time.</source>
        <translation>Только показывает записи, которые будут удалены сразу и со временем.</translation>
    </message>
    <message>
        <source>SERVER</source>
        <translation>СЕРВЕР</translation>
    </message>
    <message>
        <source>Switches retention off for a server: nothing goes any more.</source>
        <translation>Выключает автоудаление на сервере: больше ничего не удаляется.</translation>
    </message>
    <message>
        <source>Warnings are days before a recording goes, most first: 30,7,1. The grace period has at most 3650 days.</source>
        <translation>Предупреждения — это дни до удаления записи, начиная с большего: 30,7,1. В корзине записи хранятся не более 3650 дней.</translation>
    </message>
    <message>
        <source>SERVER [option …]</source>
        <translation>СЕРВЕР [параметр …]</translation>
    </message>
    <message>
        <source>Sets how retention runs on a server.</source>
        <translation>Задаёт, как идёт автоудаление на сервере.</translation>
    </message>
    <message>
        <source>Days before a recording goes on which to warn.</source>
        <translation>За сколько дней до удаления предупреждать.</translation>
    </message>
    <message>
        <source>Days in the trash.</source>
        <translation>Сколько дней хранить в корзине.</translation>
    </message>
    <message>
        <source>A plan of more of the server&apos;s recordings asks, …</source>
        <translation>План, в котором больше этой доли записей сервера, требует подтверждения, …</translation>
    </message>
    <message>
        <source>… where it is more than this, too.</source>
        <translation>… если их к тому же больше этого числа.</translation>
    </message>
    <message>
        <source>What one person lets go for good another approves.</source>
        <translation>Удаление насовсем, предложенное одним человеком, одобряет другой.</translation>
    </message>
    <message>
        <source>One person is enough.</source>
        <translation>Достаточно одного человека.</translation>
    </message>
    <message>
        <source>[ZONE] [--confirm COUNT]</source>
        <translation>[ПОЯС] [--confirm ЧИСЛО]</translation>
    </message>
    <message>
        <source>Shows or sets whose days retention counts, such as Europe/Moscow.</source>
        <translation>Показывает или задаёт часовой пояс, по дням которого считаются сроки, например Europe/Moscow.</translation>
    </message>
    <message>
        <source>[--dismiss NUMBER] [--all]</source>
        <translation>[--dismiss НОМЕР] [--all]</translation>
    </message>
    <message>
        <source>Lists the warnings before recordings go.</source>
        <translation>Показывает предупреждения о предстоящем удалении записей.</translation>
    </message>
    <message>
        <source>This one has been seen.</source>
        <translation>Отметить просмотренным.</translation>
    </message>
    <message>
        <source>Also those that have been seen.</source>
        <translation>Показать и просмотренные.</translation>
    </message>
    <message>
        <source>Runs the script of `server recipe` (default sudo -n -u bigbluebutton /usr/local/sbin/letopis-recordings).</source>
        <translation>Запускает скрипт из `server recipe` (по умолчанию sudo -n -u bigbluebutton /usr/local/sbin/letopis-recordings).</translation>
    </message>
    <message>
        <source>PERSON [--dry-run]</source>
        <translation>ЧЕЛОВЕК [--dry-run]</translation>
    </message>
    <message>
        <source>KEPT OTHER [--dry-run]</source>
        <translation>ОСТАЁТСЯ ДРУГОЙ [--dry-run]</translation>
    </message>
    <message>
        <source>Declines a proposal: it does not come again, unless `proposal reopen` says so.</source>
        <translation>Отклоняет предложение: больше оно не появится, если не вернуть его командой `proposal reopen`.</translation>
    </message>
    <message>
        <source>Takes back that a proposal was declined.</source>
        <translation>Отменяет отклонение предложения.</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Discard what was typed?</source>
        <translation>Отбросить введённое?</translation>
    </message>
    <message>
        <source>It is stored nowhere yet.</source>
        <translation>Оно ещё нигде не сохранено.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Отказаться</translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is the name of the day, %2 the time</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Format of a date in this year, as QLocale::toString takes it</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Format of a date in another year, as QLocale::toString takes it</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>Format of a whole date, as QLocale::toString takes it</extracomment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a date, %2 a time</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>DeletionText</name>
    <message>
        <source>Waits for approval</source>
        <translation>Ждёт одобрения</translation>
    </message>
    <message>
        <source>Waits for confirmation</source>
        <translation>Ждёт подтверждения</translation>
    </message>
    <message>
        <source>Ready to be carried out</source>
        <translation>Готов к выполнению</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Выполнен</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Отброшен</translation>
    </message>
    <message>
        <source>It was interrupted. Carry it out again: what is done stays done, the rest follows.</source>
        <translation>Он был прерван. Выполните его ещё раз: сделанное остаётся, остальное последует.</translation>
    </message>
    <message>
        <source>Nothing was deleted yet. Carry it out: exactly these recordings, each looked at anew just before.</source>
        <translation>Ничего ещё не удалено. Выполните план: ровно эти записи, каждая непосредственно перед удалением проверяется заново.</translation>
    </message>
    <message>
        <source>Every recording has its result below.</source>
        <translation>Итог каждой записи — ниже.</translation>
    </message>
    <message>
        <source>Nothing of it happens. Make a new plan instead.</source>
        <translation>Ничего из него не произойдёт. Составьте новый план.</translation>
    </message>
    <message>
        <source>Nothing was deleted yet. Look at the recordings, then confirm the plan by typing their number.</source>
        <translation>Ничего ещё не удалено. Просмотрите записи и подтвердите план, введя их число.</translation>
    </message>
    <message>
        <source>Deletion for good needs two people here. Another administrator has to sign in and approve the plan.</source>
        <translation>Удаление навсегда здесь требует двух человек. Войти и одобрить план должен другой администратор.</translation>
    </message>
    <message>
        <source>%1 confirmed it. Look at the recordings, then approve it: they are deleted for good.</source>
        <extracomment>%1 is a login</extracomment>
        <translation>План подтвердил(а) %1. Просмотрите записи и одобрите его: они удаляются навсегда.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;12 recordings&quot;, %2: a size
----------
%1 is a day, %2 &quot;in 4 days&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Не начато</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>Done, %1 freed</source>
        <translation>Сделано, освобождено %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Not done. %1</source>
        <translation>Не сделано. %1</translation>
    </message>
    <message>
        <source>Failed. %1</source>
        <translation>Не удалось. %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) done.</source>
        <translation>
            <numerusform>Сделано: %1 запись.</numerusform>
            <numerusform>Сделано: %1 записи.</numerusform>
            <numerusform>Сделано: %1 записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Freed on the server: %1.</source>
        <translation>Освобождено на сервере: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 left as they are.</source>
        <translation>
            <numerusform>Осталась как есть: %1.</numerusform>
            <numerusform>Остались как есть: %1.</numerusform>
            <numerusform>Осталось как есть: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed.</source>
        <translation>
            <numerusform>Не удалось: %1.</numerusform>
            <numerusform>Не удалось: %1.</numerusform>
            <numerusform>Не удалось: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The address opens nothing any more. Nothing is deleted: it can be published again.</source>
        <translation>Адрес больше ничего не открывает. Ничего не удаляется: можно опубликовать снова.</translation>
    </message>
    <message>
        <source>Nobody can watch any more. Restoring is possible until the grace period ends.</source>
        <translation>Смотреть больше нельзя. До конца льготного срока можно восстановить.</translation>
    </message>
    <message>
        <source>Back from the trash: what was published is published again.</source>
        <translation>Возвращение из корзины: что было опубликовано, публикуется снова.</translation>
    </message>
    <message>
        <source>On the server, on its disk where that can be reached, and on this computer. This cannot be undone; a certificate says what was removed.</source>
        <translation>На сервере, на его диске, если он доступен, и на этом компьютере. Отменить это нельзя; акт скажет, что удалено.</translation>
    </message>
    <message>
        <source>One of the recordings is held.</source>
        <translation>Удаление одной из записей запрещено.</translation>
    </message>
    <message>
        <source>“%1” is held.</source>
        <translation>Удаление записи «%1» запрещено.</translation>
    </message>
    <message>
        <source>While somebody holds a recording nothing deletes it. End the hold in its auto-deletion tab, or leave it out.</source>
        <translation>Пока действует запрет, запись ничем не удаляется. Снимите запрет на её вкладке автоудаления или не выбирайте её.</translation>
    </message>
    <message>
        <source>These recordings are not of one server.</source>
        <translation>Эти записи не с одного сервера.</translation>
    </message>
    <message>
        <source>A plan is for one server: choose the recordings of each server by themselves.</source>
        <translation>План составляется для одного сервера: выберите записи каждого сервера отдельно.</translation>
    </message>
    <message>
        <source>Who made or confirmed a plan cannot approve it.</source>
        <translation>Кто составил или подтвердил план, не может его одобрить.</translation>
    </message>
    <message>
        <source>Another administrator has to sign in and approve it.</source>
        <translation>Войти и одобрить его должен другой администратор.</translation>
    </message>
    <message numerus="yes">
        <source>The plan has %n recording(s), another number was typed.</source>
        <translation>
            <numerusform>В плане %n запись, введено другое число.</numerusform>
            <numerusform>В плане %n записи, введено другое число.</numerusform>
            <numerusform>В плане %n записей, введено другое число.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due now.</source>
        <translation>Сейчас ничему не пора.</translation>
    </message>
    <message>
        <source>The simulator shows what goes later, and what would go with other policies.</source>
        <translation>Симулятор покажет, что уйдёт позже и что ушло бы при других политиках.</translation>
    </message>
    <message>
        <source>The plan changed meanwhile.</source>
        <translation>План тем временем изменился.</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>Просмотрите его ещё раз.</translation>
    </message>
    <message>
        <source>In the server&apos;s trash</source>
        <translation>В корзине сервера</translation>
    </message>
    <message>
        <source>Unpublished on the server</source>
        <translation>Снята с публикации на сервере</translation>
    </message>
    <message>
        <source>while it is held</source>
        <translation>пока действует запрет</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>срок вышел</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>через %n день</numerusform>
            <numerusform>через %n дня</numerusform>
            <numerusform>через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>The server is no more as it was when it was compared.</source>
        <translation>На сервере уже не то, что было при сверке.</translation>
    </message>
    <message>
        <source>Compare it with the catalog again, then choose what to mend.</source>
        <translation>Сверьте его с каталогом заново и затем выберите, что исправить.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Letopis keeps a catalog of your conference recordings.</source>
        <translation>Летопись ведёт каталог записей ваших конференций.</translation>
    </message>
    <message>
        <source>Use the profile in this directory.</source>
        <translation>Использовать профиль в этой папке.</translation>
    </message>
    <message>
        <source>Keep secrets in the desktop&apos;s keychain, or in a file of the profile.</source>
        <translation>Хранить секреты в хранилище ключей системы (keychain) или в файле профиля (file).</translation>
    </message>
    <message>
        <source>Interface language: ru or en.</source>
        <translation>Язык интерфейса: ru или en.</translation>
    </message>
    <message>
        <source>Save pictures of the main windows in this directory, then end.</source>
        <translation>Сохранить снимки главных окон в этой папке и завершить работу.</translation>
    </message>
    <message>
        <source>--secrets is keychain or file.</source>
        <translation>--secrets — это keychain или file.</translation>
    </message>
    <message>
        <source>Colours: system, light or dark.</source>
        <translation>Оформление: system (как в системе), light (светлое) или dark (тёмное).</translation>
    </message>
    <message>
        <source>--theme is system, light or dark.</source>
        <translation>--theme принимает значения system, light или dark.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server did not answer in time</source>
        <translation>Сервер слишком долго не отвечает</translation>
    </message>
    <message>
        <source>Try again later, or check the network connection.</source>
        <translation>Повторите позже или проверьте подключение к сети.</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Сервер недоступен</translation>
    </message>
    <message>
        <source>Check the address and the network connection.</source>
        <translation>Проверьте адрес и подключение к сети.</translation>
    </message>
    <message>
        <source>The connection broke off</source>
        <translation>Соединение оборвалось</translation>
    </message>
    <message>
        <source>What has arrived is kept. Try again to continue.</source>
        <translation>Полученное сохранено. Повторите, чтобы продолжить.</translation>
    </message>
    <message>
        <source>The proxy refused the connection</source>
        <translation>Прокси отказал в соединении</translation>
    </message>
    <message>
        <source>Check the proxy settings of this server.</source>
        <translation>Проверьте настройки прокси этого сервера.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Нет доверия сертификату сервера</translation>
    </message>
    <message>
        <source>Look at the certificate. Accept it only if the server&apos;s administrator confirms its fingerprint.</source>
        <translation>Посмотрите сертификат. Принимайте его, только если администратор сервера подтвердит отпечаток.</translation>
    </message>
    <message>
        <source>The SSH host key is not known yet</source>
        <translation>Ключ SSH-сервера пока неизвестен</translation>
    </message>
    <message>
        <source>Compare its fingerprint with the one the server&apos;s administrator gives you, then accept it.</source>
        <translation>Сверьте отпечаток с тем, что сообщит администратор сервера, и затем примите ключ.</translation>
    </message>
    <message>
        <source>The SSH host key has changed, the connection was refused</source>
        <translation>Ключ SSH-сервера изменился, в соединении отказано</translation>
    </message>
    <message>
        <source>Somebody may be intercepting the connection. Ask the server&apos;s administrator; if the key was replaced on purpose, remove the old one from known_hosts.</source>
        <translation>Возможно, соединение перехватывают. Спросите администратора сервера; если ключ заменили намеренно, удалите старый из known_hosts.</translation>
    </message>
    <message>
        <source>The server refused the user name, password or key</source>
        <translation>Сервер не принял имя, пароль или ключ</translation>
    </message>
    <message>
        <source>Check the account and its key or password in the server&apos;s settings.</source>
        <translation>Проверьте учётную запись и её ключ или пароль в настройках сервера.</translation>
    </message>
    <message>
        <source>The server refused the shared secret</source>
        <translation>Сервер не принял общий секрет</translation>
    </message>
    <message>
        <source>Copy the secret again from “bbb-conf --secret” on the server.</source>
        <translation>Скопируйте секрет заново из вывода «bbb-conf --secret» на сервере.</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>Сервер отклонил запрос</translation>
    </message>
    <message>
        <source>Details hold the server&apos;s own message.</source>
        <translation>В подробностях — сообщение самого сервера.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood</source>
        <translation>Ответ сервера непонятен</translation>
    </message>
    <message>
        <source>Check that the address is that of BigBlueButton&apos;s API.</source>
        <translation>Проверьте, что это адрес API BigBlueButton.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
    <message>
        <source>It may have been removed from the server meanwhile.</source>
        <translation>Возможно, за это время его удалили с сервера.</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Нет доступа</translation>
    </message>
    <message>
        <source>This already exists</source>
        <translation>Такое уже есть</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое имя.</translation>
    </message>
    <message>
        <source>This value cannot be used</source>
        <translation>Это значение не подходит</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Исправьте его и повторите.</translation>
    </message>
    <message>
        <source>Larger than Letopis accepts</source>
        <translation>Больше, чем принимает Летопись</translation>
    </message>
    <message>
        <source>It was left out; everything else is kept.</source>
        <translation>Оно пропущено; всё остальное сохранено.</translation>
    </message>
    <message>
        <source>The file differs from what the server promised</source>
        <translation>Файл отличается от обещанного сервером</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Скачайте его заново.</translation>
    </message>
    <message>
        <source>The server does not offer this</source>
        <translation>Сервер этого не предлагает</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>There is no space left on the disk</source>
        <translation>На диске не осталось места</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Освободите место и повторите.</translation>
    </message>
    <message>
        <source>The catalog could not be read or written</source>
        <translation>Не удалось прочитать или записать каталог</translation>
    </message>
    <message>
        <source>Check the disk and try again; nothing saved so far is lost.</source>
        <translation>Проверьте диск и повторите; сохранённое раньше не потеряно.</translation>
    </message>
    <message>
        <source>The catalog was made by a newer version of Letopis</source>
        <translation>Каталог создан более новой версией Летописи</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Установите новую версию.</translation>
    </message>
    <message>
        <source>The keychain of this computer cannot be used</source>
        <translation>Хранилище ключей этого компьютера недоступно</translation>
    </message>
    <message>
        <source>Unlock it, or let Letopis keep secrets in a file that only you can read.</source>
        <translation>Отоприте его или разрешите Летописи хранить секреты в файле, доступном только вам.</translation>
    </message>
    <message>
        <source>The keychain holds no secret for this server</source>
        <translation>В хранилище ключей нет секрета этого сервера</translation>
    </message>
    <message>
        <source>Enter the secret again in the server&apos;s settings.</source>
        <translation>Введите секрет заново в настройках сервера.</translation>
    </message>
    <message>
        <source>Something unexpected happened inside Letopis</source>
        <translation>В Летописи случилось непредвиденное</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the details.</source>
        <translation>Повторите; если случится снова, сообщите об этом с подробностями.</translation>
    </message>
    <message>
        <source>See who may read this place on the server, or write it on this computer.</source>
        <translation>Проверьте, кому разрешено читать это место на сервере или писать в него на этом компьютере.</translation>
    </message>
    <message>
        <source>Letopis cannot write its profile</source>
        <translation>Летопись не может записывать в свой профиль</translation>
    </message>
    <message>
        <source>Make the folder writable for your account, or start Letopis with another one: --profile FOLDER.</source>
        <translation>Разрешите своей учётной записи запись в эту папку или запустите Летопись с другой: --profile ПАПКА.</translation>
    </message>
</context>
<context>
    <name>ExportNoting</name>
    <message>
        <source>It was exported, but the journal could not note it.</source>
        <translation>Экспорт выполнен, но отметить его в журнале не удалось.</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>Type of a custom field</extracomment>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>Type of a custom field</extracomment>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>One line of text</source>
        <extracomment>Type of a custom field</extracomment>
        <translation>Строка текста</translation>
    </message>
    <message>
        <source>Long text</source>
        <extracomment>Type of a custom field</extracomment>
        <translation>Длинный текст</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>Type of a custom field</extracomment>
        <translation>Число</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Type of a custom field</extracomment>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Choice from a list</source>
        <extracomment>Type of a custom field</extracomment>
        <translation>Выбор из списка</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Заполните это поле.</translation>
    </message>
    <message>
        <source>This is too long: at most 20,000 characters fit.</source>
        <translation>Слишком длинно: помещается не больше 20 000 знаков.</translation>
    </message>
    <message>
        <source>This is too long: at most 300 characters fit.</source>
        <translation>Слишком длинно: помещается не больше 300 знаков.</translation>
    </message>
    <message>
        <source>This holds invisible control characters. Type it anew.</source>
        <translation>Здесь есть невидимые управляющие знаки. Наберите заново.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Это не число.</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>Это не дата.</translation>
    </message>
    <message>
        <source>This is no longer among the choices.</source>
        <translation>Такого варианта больше нет в списке.</translation>
    </message>
    <message>
        <source>This is not a language.</source>
        <translation>Это не язык.</translation>
    </message>
    <message>
        <source>A tag has at most 64 characters. Separate tags with commas.</source>
        <translation>В метке не больше 64 знаков. Разделяйте метки запятыми.</translation>
    </message>
    <message>
        <source>At most 50 tags fit.</source>
        <translation>Помещается не больше 50 меток.</translation>
    </message>
    <message>
        <source>There is no such field any more.</source>
        <translation>Такого поля больше нет.</translation>
    </message>
    <message>
        <source>A key has 1 to 40 letters a–z, digits and hyphens, and begins with a letter.</source>
        <translation>В ключе от 1 до 40 букв a–z, цифр и дефисов; начинается он с буквы.</translation>
    </message>
    <message>
        <source>Give the field a name.</source>
        <translation>Назовите поле.</translation>
    </message>
    <message>
        <source>This name is too long: at most 80 characters fit.</source>
        <translation>Слишком длинное название: помещается не больше 80 знаков.</translation>
    </message>
    <message>
        <source>Write at least one choice, each on a line of its own.</source>
        <translation>Впишите хотя бы один вариант, каждый в своей строке.</translation>
    </message>
    <message>
        <source>Each choice stands once, on a line of its own, with at most 300 characters.</source>
        <translation>Каждый вариант — один раз, в своей строке, не длиннее 300 знаков.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of an edit in the outbox</extracomment>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>State of an edit in the outbox</extracomment>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Conflict</source>
        <extracomment>State of an edit in the outbox</extracomment>
        <translation>Конфликт</translation>
    </message>
    <message>
        <source>Only in the catalog</source>
        <extracomment>State of an edit in the outbox</extracomment>
        <translation>Только в каталоге</translation>
    </message>
    <message>
        <source>Waits to be sent to the server.</source>
        <translation>Ждёт отправки на сервер.</translation>
    </message>
    <message>
        <source>Sent; the next look at the server confirms it.</source>
        <translation>Отправлено; подтвердится, когда Летопись снова заглянет на сервер.</translation>
    </message>
    <message>
        <source>Changed here and on the server. Decide which stays.</source>
        <translation>Изменено и здесь, и на сервере. Решите, что оставить.</translation>
    </message>
    <message>
        <source>Only in the catalog: %1.</source>
        <translation>Только в каталоге: %1.</translation>
    </message>
    <message>
        <source>too long for the server</source>
        <extracomment>Follows &quot;Only in the catalog: &quot;</extracomment>
        <translation>слишком длинно для сервера</translation>
    </message>
    <message>
        <source>the recording is no longer on the server</source>
        <extracomment>Follows &quot;Only in the catalog: &quot;</extracomment>
        <translation>записи больше нет на сервере</translation>
    </message>
    <message>
        <source>its record ID could hit other recordings</source>
        <extracomment>Follows &quot;Only in the catalog: &quot;</extracomment>
        <translation>её код мог бы задеть другие записи</translation>
    </message>
    <message>
        <source>the server would change its breakout rooms, too</source>
        <extracomment>Follows &quot;Only in the catalog: &quot;</extracomment>
        <translation>сервер изменил бы и её комнаты для групп</translation>
    </message>
    <message>
        <source>the server does not keep it</source>
        <extracomment>Follows &quot;Only in the catalog: &quot;</extracomment>
        <translation>сервер этого не хранит</translation>
    </message>
    <message>
        <source>Changed</source>
        <extracomment>A line of a field&apos;s history
----------
Result of one edit of a batch</extracomment>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Already so</source>
        <extracomment>Result of one edit of a batch</extracomment>
        <translation>Уже так</translation>
    </message>
    <message>
        <source>Not changed: somebody else changed it meanwhile</source>
        <extracomment>Result of one edit of a batch</extracomment>
        <translation>Не изменено: тем временем это изменил кто-то другой</translation>
    </message>
    <message>
        <source>Not changed: the value is not allowed</source>
        <extracomment>Result of one edit of a batch</extracomment>
        <translation>Не изменено: такое значение нельзя задать</translation>
    </message>
    <message>
        <source>Not changed: the recording is gone</source>
        <extracomment>Result of one edit of a batch</extracomment>
        <translation>Не изменено: записи больше нет</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Останется прежним</translation>
    </message>
    <message>
        <source>In conflict with the server</source>
        <translation>Расходится с сервером</translation>
    </message>
    <message>
        <source>An earlier edit is still on its way</source>
        <translation>Прежнее изменение ещё в пути</translation>
    </message>
    <message>
        <source>Edited</source>
        <extracomment>A line of a field&apos;s history</extracomment>
        <translation>Изменено здесь</translation>
    </message>
    <message>
        <source>Kept the value here</source>
        <extracomment>A line of a field&apos;s history: of a conflict the value here was taken</extracomment>
        <translation>Оставлено значение здесь</translation>
    </message>
    <message>
        <source>Took the server&apos;s value</source>
        <extracomment>A line of a field&apos;s history: of a conflict the server&apos;s value was taken</extracomment>
        <translation>Взято значение с сервера</translation>
    </message>
    <message>
        <source>Reached the server</source>
        <extracomment>A line of a field&apos;s history: the edit has reached the server</extracomment>
        <translation>Дошло до сервера</translation>
    </message>
</context>
<context>
    <name>FolderText</name>
    <message>
        <source>A folder needs a name.</source>
        <translation>У папки должно быть название.</translation>
    </message>
    <message>
        <source>The name has more than %1 characters.</source>
        <translation>В названии больше %1 символов.</translation>
    </message>
    <message>
        <source>A folder&apos;s name has no slash and no invisible characters, and is not “.” or “..”.</source>
        <translation>В названии папки нет косой черты и невидимых символов, и это не «.» и не «..».</translation>
    </message>
    <message>
        <source>A folder of this name is there already: %1.</source>
        <translation>Папка с таким названием там уже есть: %1.</translation>
    </message>
    <message>
        <source>The folders Shared and People stay as they are.</source>
        <translation>Папки «Общие» и «Люди» остаются как есть.</translation>
    </message>
    <message>
        <source>Somebody&apos;s own folder stays where it is, as long as its owner is known here.</source>
        <translation>Личная папка остаётся на месте, пока её владелец здесь известен.</translation>
    </message>
    <message>
        <source>A folder cannot go into itself: %1.</source>
        <translation>Папку нельзя поместить в саму себя: %1.</translation>
    </message>
    <message>
        <source>Folders are at most %1 deep.</source>
        <translation>Вложенность папок — не больше %1.</translation>
    </message>
    <message>
        <source>The folder is not empty. Say where its content goes.</source>
        <translation>Папка не пуста. Укажите, куда перенести её содержимое.</translation>
    </message>
    <message>
        <source>This folder is no longer there.</source>
        <translation>Этой папки больше нет.</translation>
    </message>
    <message>
        <source>Somebody removed it meanwhile.</source>
        <translation>Кто-то удалил их тем временем.</translation>
    </message>
    <message>
        <source>The filing rules were changed meanwhile.</source>
        <translation>Правила раскладки за это время изменились.</translation>
    </message>
    <message>
        <source>Read them again and repeat your changes.</source>
        <translation>Прочитайте их заново и повторите изменения.</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Meeting ID</source>
        <translation>ID встречи</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Метаданные</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>is</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>содержит</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>начинается с</translation>
    </message>
    <message>
        <source>server is “%1”</source>
        <translation>сервер — «%1»</translation>
    </message>
    <message>
        <source>%1 %2 “%3”</source>
        <extracomment>%1: a field; %2: is, contains, begins with; %3: a text</extracomment>
        <translation>%1 %2 «%3»</translation>
    </message>
    <message>
        <source>every recording</source>
        <translation>каждая запись</translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message>
        <source>Active</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Истекла</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Использована</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Отозвана</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>бессрочно</translation>
    </message>
    <message>
        <source>The label is longer than %1 characters.</source>
        <translation>Подпись длиннее %1 символов.</translation>
    </message>
    <message>
        <source>A link needs an end: at most %1 from now.</source>
        <translation>Ссылке нужен срок: самое большее %1 с этого момента.</translation>
    </message>
    <message>
        <source>The end has passed already.</source>
        <translation>Срок уже прошёл.</translation>
    </message>
    <message>
        <source>The end is too late: at most %1 from now.</source>
        <translation>Слишком поздно: самое большее %1.</translation>
    </message>
    <message>
        <source>The number of uses is from 1 to %1.</source>
        <translation>Число использований — от 1 до %1.</translation>
    </message>
    <message>
        <source>A link needs a password here.</source>
        <translation>Ссылке здесь нужен пароль.</translation>
    </message>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation>В пароле должно быть не меньше %1 символов.</translation>
    </message>
    <message>
        <source>The password has more than %1 characters.</source>
        <translation>В пароле больше %1 символов.</translation>
    </message>
    <message>
        <source>Days are from 0 (without end) to %1.</source>
        <translation>Дней — от 0 (бессрочно) до %1.</translation>
    </message>
    <message>
        <source>The usual end is later than the latest one allowed.</source>
        <translation>Обычный срок больше самого большого разрешённого.</translation>
    </message>
    <message>
        <source>The service&apos;s address begins with https:// and has no user, query or fragment.</source>
        <translation>Адрес службы начинается с https:// и не содержит пользователя, запроса и фрагмента.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing on a server answers for links yet: until a Letopis service does, this link opens nothing.</source>
        <translation>На сервере за ссылки пока ничто не отвечает: без службы Летописи эта ссылка ничего не открывает.</translation>
    </message>
    <message>
        <source>The service at %1 has to answer for links; Letopis itself does not.</source>
        <translation>За ссылки отвечает служба по адресу %1; сама Летопись их не открывает.</translation>
    </message>
    <message>
        <source>The link is shown this once; only its checksum is kept.</source>
        <translation>Ссылка показывается один раз: хранится только её контрольная сумма.</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Столбцы</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>&amp;Запись</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>С&amp;ервер</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Панель инструментов</translation>
    </message>
</context>
<context>
    <name>MaterialText</name>
    <message>
        <source>Unnamed file</source>
        <translation>Файл без названия</translation>
    </message>
    <message>
        <source>In the trash since %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>В корзине с %1</translation>
    </message>
    <message>
        <source>Not on the server yet: %1</source>
        <extracomment>%1 is the reason, in English</extracomment>
        <translation>Ещё не на сервере: %1</translation>
    </message>
    <message>
        <source>Change waiting for the server</source>
        <translation>Изменение ждёт отправки на сервер</translation>
    </message>
    <message>
        <source>Waiting to be uploaded</source>
        <translation>Ждёт отправки на сервер</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation>На другом компьютере</translation>
    </message>
    <message>
        <source>On the server, available offline</source>
        <translation>На сервере, доступен без сети</translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>Только на этом компьютере</translation>
    </message>
    <message>
        <source>Version %1</source>
        <extracomment>Size, then the version&apos;s number</extracomment>
        <translation>Версия %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing on the server: %1</source>
        <translation>Нет на сервере: %1</translation>
    </message>
</context>
<context>
    <name>NameText</name>
    <message numerus="yes">
        <source>%1 added</source>
        <translation>
            <numerusform>%1 добавлена</numerusform>
            <numerusform>%1 добавлены</numerusform>
            <numerusform>%1 добавлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updated</source>
        <translation>
            <numerusform>%1 обновлена</numerusform>
            <numerusform>%1 обновлены</numerusform>
            <numerusform>%1 обновлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gone</source>
        <translation>
            <numerusform>%1 исчезла</numerusform>
            <numerusform>%1 исчезли</numerusform>
            <numerusform>%1 исчезло</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 unreadable</source>
        <translation>
            <numerusform>%1 не прочитана</numerusform>
            <numerusform>%1 не прочитаны</numerusform>
            <numerusform>%1 не прочитано</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Ничего нового</translation>
    </message>
    <message>
        <source>Processing</source>
        <extracomment>State of a recording</extracomment>
        <translation>Обрабатывается</translation>
    </message>
    <message>
        <source>Processed</source>
        <extracomment>State of a recording</extracomment>
        <translation>Обработана</translation>
    </message>
    <message>
        <source>Published</source>
        <extracomment>State of a recording</extracomment>
        <translation>Опубликована</translation>
    </message>
    <message>
        <source>Unpublished</source>
        <extracomment>State of a recording</extracomment>
        <translation>Скрыта</translation>
    </message>
    <message>
        <source>Deleted</source>
        <extracomment>State of a recording</extracomment>
        <translation>Удалена</translation>
    </message>
    <message>
        <source>Gone</source>
        <extracomment>State of a recording</extracomment>
        <translation>Нет на сервере</translation>
    </message>
    <message>
        <source>The server is still preparing this recording</source>
        <translation>Сервер ещё готовит эту запись</translation>
    </message>
    <message>
        <source>Prepared, but not published yet</source>
        <translation>Готова, но ещё не опубликована</translation>
    </message>
    <message>
        <source>Everyone with the link can play it on the server</source>
        <translation>На сервере её может посмотреть каждый, у кого есть ссылка</translation>
    </message>
    <message>
        <source>Kept on the server, hidden from viewers</source>
        <translation>Хранится на сервере, скрыта от зрителей</translation>
    </message>
    <message>
        <source>Deleted on the server; its files may still be on the server&apos;s disk</source>
        <translation>Удалена на сервере; файлы могут ещё оставаться на его диске</translation>
    </message>
    <message>
        <source>The server no longer lists it; the catalog keeps what it knows</source>
        <translation>Сервер её больше не показывает; каталог хранит то, что знает</translation>
    </message>
    <message>
        <source>Guest</source>
        <extracomment>Role of a participant</extracomment>
        <translation>Гость</translation>
    </message>
    <message>
        <source>Viewer</source>
        <extracomment>Role of a participant</extracomment>
        <translation>Зритель</translation>
    </message>
    <message>
        <source>Presenter</source>
        <extracomment>Role of a participant</extracomment>
        <translation>Докладчик</translation>
    </message>
    <message>
        <source>Moderator</source>
        <extracomment>Role of a participant</extracomment>
        <translation>Модератор</translation>
    </message>
    <message>
        <source>Title</source>
        <extracomment>Column of the recordings table</extracomment>
        <translation>Название</translation>
    </message>
    <message>
        <source>Meeting</source>
        <extracomment>Column of the recordings table</extracomment>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Server</source>
        <extracomment>Column of the recordings table</extracomment>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Column of the recordings table</extracomment>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>Column of the recordings table</extracomment>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>People</source>
        <extracomment>Column of the recordings table: the number of participants</extracomment>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Formats</source>
        <extracomment>Column of the recordings table: playback formats</extracomment>
        <translation>Форматы</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>Column of the recordings table</extracomment>
        <translation>Размер</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column of the recordings table</extracomment>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Презентация</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Podcast</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Screen share</source>
        <translation>Показ экрана</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Meeting started</source>
        <translation>Встреча началась</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Встреча закончилась</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Смена роли</translation>
    </message>
    <message>
        <source>Presenter changed</source>
        <translation>Смена докладчика</translation>
    </message>
    <message>
        <source>Recording started</source>
        <translation>Запись включена</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Запись остановлена</translation>
    </message>
    <message>
        <source>Poll started</source>
        <translation>Начат опрос</translation>
    </message>
    <message>
        <source>Poll results shown</source>
        <translation>Показаны итоги опроса</translation>
    </message>
    <message>
        <source>Screen share started</source>
        <translation>Начат показ экрана</translation>
    </message>
    <message>
        <source>Screen share stopped</source>
        <translation>Показ экрана закончен</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1: вход</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1: выход</translation>
    </message>
    <message>
        <source>%1: now %2</source>
        <extracomment>%1 is a person&apos;s name, %2 a role: &quot;Anna: now moderator&quot;</extracomment>
        <translation>%1: теперь %2</translation>
    </message>
    <message>
        <source>%1 is presenting</source>
        <translation>Докладывает %1</translation>
    </message>
    <message>
        <source>Sync of %1</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>Синхронизация: %1</translation>
    </message>
    <message>
        <source>Download of %1</source>
        <extracomment>%1 is a file&apos;s or recording&apos;s name</extracomment>
        <translation>Скачивание: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Names come from the server&apos;s disk. Give this server an SSH account to see who took part.</source>
        <translation>Имена берутся с диска сервера. Укажите для этого сервера учётную запись SSH, чтобы видеть, кто участвовал.</translation>
    </message>
    <message>
        <source>Not read from the server&apos;s disk yet. The next sync fetches them.</source>
        <translation>С диска сервера ещё не прочитаны. Их принесёт следующая синхронизация.</translation>
    </message>
    <message>
        <source>The server has already deleted this meeting&apos;s event log, as it does 14 days after publishing. Only the number of participants is left.</source>
        <translation>Сервер уже удалил журнал событий этой встречи, как он это делает через 14 дней после публикации. Осталось только число участников.</translation>
    </message>
    <message>
        <source>This meeting&apos;s event log is damaged and could not be read.</source>
        <translation>Журнал событий этой встречи повреждён, прочитать его не удалось.</translation>
    </message>
    <message>
        <source>The server signed its certificate itself: nobody else vouches for it.</source>
        <translation>Сервер подписал сертификат сам: больше за него никто не ручается.</translation>
    </message>
    <message>
        <source>The authority that signed it is not among those this computer trusts.</source>
        <translation>Центру, который его подписал, этот компьютер не доверяет.</translation>
    </message>
    <message>
        <source>It is for another host name, not for %1.</source>
        <translation>Он выдан для другого имени узла, не для %1.</translation>
    </message>
    <message>
        <source>It expired on %1.</source>
        <translation>Его срок истёк %1.</translation>
    </message>
    <message>
        <source>It is valid only from %1. Check this computer&apos;s clock.</source>
        <translation>Он начнёт действовать только %1. Проверьте часы этого компьютера.</translation>
    </message>
    <message>
        <source>The authority has revoked it.</source>
        <translation>Центр его отозвал.</translation>
    </message>
    <message>
        <source>Its key or signature is too weak to be safe.</source>
        <translation>Его ключ или подпись слишком слабы, чтобы быть надёжными.</translation>
    </message>
    <message>
        <source>It could not be checked.</source>
        <translation>Его не удалось проверить.</translation>
    </message>
    <message>
        <source>Edits to %1</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>Правки для %1</translation>
    </message>
    <message>
        <source>Materials of %1</source>
        <extracomment>%1 is a server&apos;s, a recording&apos;s or a file&apos;s name</extracomment>
        <translation>Материалы: %1</translation>
    </message>
    <message>
        <source>Backup to %1</source>
        <extracomment>%1 is a folder&apos;s or a server&apos;s name</extracomment>
        <translation>Резервная копия: %1</translation>
    </message>
    <message>
        <source>Check of the backup %1</source>
        <extracomment>%1 is a file&apos;s name</extracomment>
        <translation>Проверка копии %1</translation>
    </message>
    <message>
        <source>Restore from %1</source>
        <extracomment>%1 is a file&apos;s name</extracomment>
        <translation>Восстановление из %1</translation>
    </message>
    <message>
        <source>Whole: %1</source>
        <translation>Цела: %1</translation>
    </message>
    <message>
        <source>Checked, and ready to be compared with the catalog</source>
        <translation>Проверено, можно сравнить с каталогом</translation>
    </message>
    <message>
        <source>Deletion on %1</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>Удаление на %1</translation>
    </message>
    <message>
        <source>Comparison with the disk of %1</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>Сверка с диском %1</translation>
    </message>
</context>
<context>
    <name>PeopleText</name>
    <message>
        <source>The file is in UTF-16. Save it as CSV in UTF-8.</source>
        <translation>Файл в кодировке UTF-16. Сохраните его как CSV в UTF-8.</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8. Save the file as CSV in UTF-8.</source>
        <translation>Строка %1 не в UTF-8. Сохраните файл как CSV в UTF-8.</translation>
    </message>
    <message>
        <source>The file is empty. Its first line names the columns: name, login, email, role.</source>
        <translation>Файл пуст. Первая строка называет столбцы: name, login, email, role.</translation>
    </message>
    <message>
        <source>The first line names no column that is known here: name, login, email, role, language, groups, external_ids.</source>
        <translation>В первой строке нет ни одного известного столбца: name, login, email, role, language, groups, external_ids.</translation>
    </message>
    <message>
        <source>The column “%1” is there twice.</source>
        <translation>Столбец «%1» указан дважды.</translation>
    </message>
    <message>
        <source>The file has more than %1 lines.</source>
        <translation>В файле больше %1 строк.</translation>
    </message>
    <message>
        <source>The file is larger than %1.</source>
        <translation>Файл больше %1.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>login</source>
        <translation>логин</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>эл. почта</translation>
    </message>
    <message>
        <source>language</source>
        <translation>язык</translation>
    </message>
    <message>
        <source>role</source>
        <translation>роль</translation>
    </message>
    <message>
        <source>external IDs</source>
        <translation>идентификаторы</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Зритель</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>Ведущий</translation>
    </message>
    <message>
        <source>Limited administrator</source>
        <translation>Ограниченный администратор</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Администратор</translation>
    </message>
    <message>
        <source>Watches and downloads what was opened to them.</source>
        <translation>Смотрит и скачивает то, что открыто.</translation>
    </message>
    <message>
        <source>Edits and shares the recordings they manage, and adds viewers.</source>
        <translation>Правит свои записи, открывает к ним доступ и добавляет зрителей.</translation>
    </message>
    <message>
        <source>Manages what was opened to them, with the rights chosen below.</source>
        <translation>Управляет тем, что открыто, с выбранными ниже правами.</translation>
    </message>
    <message>
        <source>May do everything, with every recording.</source>
        <translation>Может всё и со всеми записями.</translation>
    </message>
    <message>
        <source>People and groups</source>
        <translation>Люди и группы</translation>
    </message>
    <message>
        <source>Permissions on recordings and folders</source>
        <translation>Разрешения на записи и папки</translation>
    </message>
    <message>
        <source>Auto-deletion</source>
        <translation>Автоудаление</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Администраторы</translation>
    </message>
    <message>
        <source>Limited administrators</source>
        <translation>Ограниченные администраторы</translation>
    </message>
    <message>
        <source>Moderators</source>
        <translation>Ведущие</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>Зрители</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Авторы</translation>
    </message>
    <message>
        <source>Built in: its members have the role %1.</source>
        <translation>Встроенная группа: у её участников роль «%1».</translation>
    </message>
    <message>
        <source>Built in: a group to give the permission Publish to. It gives no role.</source>
        <translation>Встроенная группа, которой дают разрешение «Публикация». Роли не даёт.</translation>
    </message>
    <message>
        <source>As the program&apos;s</source>
        <translation>Как в программе</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Нужно имя.</translation>
    </message>
    <message>
        <source>The name is longer than %1 characters.</source>
        <translation>Имя длиннее %1 символов.</translation>
    </message>
    <message>
        <source>A login has no spaces and no invisible characters.</source>
        <translation>В логине нет пробелов и невидимых символов.</translation>
    </message>
    <message>
        <source>The login is longer than %1 characters.</source>
        <translation>Логин длиннее %1 символов.</translation>
    </message>
    <message>
        <source>This login is taken already: %1.</source>
        <translation>Этот логин уже занят: %1.</translation>
    </message>
    <message>
        <source>Looks like the login %1, which is another one. Is this meant?</source>
        <translation>Похож на другой логин: %1. Так и задумано?</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Это не адрес электронной почты.</translation>
    </message>
    <message>
        <source>This e-mail address is taken already: %1.</source>
        <translation>Этот адрес уже занят: %1.</translation>
    </message>
    <message>
        <source>This ID belongs to another person: %1.</source>
        <translation>Этот идентификатор уже занят: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 человек</numerusform>
            <numerusform>%1 человека</numerusform>
            <numerusform>%1 человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 group(s)</source>
        <translation>
            <numerusform>%1 группа</numerusform>
            <numerusform>%1 группы</numerusform>
            <numerusform>%1 групп</numerusform>
        </translation>
    </message>
    <message>
        <source>Built-in groups keep their name and stay.</source>
        <translation>Встроенные группы нельзя переименовать и удалить.</translation>
    </message>
    <message>
        <source>People or groups were changed meanwhile.</source>
        <translation>Люди или группы тем временем изменились.</translation>
    </message>
    <message>
        <source>Look at the list again and repeat it.</source>
        <translation>Посмотрите список ещё раз и повторите.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Не прочесть: %1</translation>
    </message>
    <message>
        <source>The same person as in line %1</source>
        <translation>Тот же человек, что в строке %1</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>Ваша роль этого не позволяет</translation>
    </message>
    <message>
        <source>into %1</source>
        <translation>в группы: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Новых: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>изменённых: %1</translation>
    </message>
    <message>
        <source>unchanged: %1</source>
        <translation>без изменений: %1</translation>
    </message>
    <message>
        <source>with errors: %1</source>
        <translation>с ошибками: %1</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>Этого здесь больше нет.</translation>
    </message>
    <message>
        <source>Somebody removed or moved it meanwhile, or it was closed to you.</source>
        <translation>Это тем временем удалили или перенесли, или вам закрыли доступ.</translation>
    </message>
</context>
<context>
    <name>RealityText</name>
    <message>
        <source>Not in the catalog</source>
        <translation>Нет в каталоге</translation>
    </message>
    <message>
        <source>Gone from the server</source>
        <translation>Нет на сервере</translation>
    </message>
    <message>
        <source>Listed without files</source>
        <translation>В списке, но без файлов</translation>
    </message>
    <message>
        <source>On the disk, not listed</source>
        <translation>На диске, но не в списке</translation>
    </message>
    <message>
        <source>States disagree</source>
        <translation>Состояния расходятся</translation>
    </message>
    <message>
        <source>Processing stuck</source>
        <translation>Обработка застряла</translation>
    </message>
    <message>
        <source>Raw material never processed</source>
        <translation>Исходники не обработаны</translation>
    </message>
    <message>
        <source>Left in the server&apos;s trash</source>
        <translation>Осталось в корзине сервера</translation>
    </message>
    <message>
        <source>Markers and captions of nothing</source>
        <translation>Пометки и субтитры без записи</translation>
    </message>
    <message>
        <source>Our materials of what is gone</source>
        <translation>Наши материалы удалённых записей</translation>
    </message>
    <message>
        <source>The server lists it, the catalog does not have it. A sync takes it in.</source>
        <translation>Сервер её перечисляет, в каталоге её нет. Синхронизация её добавит.</translation>
    </message>
    <message>
        <source>The catalog has it, the server neither lists it nor has files of it: somebody deleted it there. A sync marks it as gone.</source>
        <translation>Она есть в каталоге, но сервер её не перечисляет и файлов её не имеет: её удалили там. Синхронизация отметит, что её больше нет.</translation>
    </message>
    <message>
        <source>The server lists it, but has no files of it: nobody can watch it. It is not mended from here, since it is still listed; its administrator can look why the files are missing, or you delete the recording.</source>
        <translation>Сервер её перечисляет, но файлов нет: смотреть её нельзя. Отсюда это не исправить, ведь она всё ещё в списке; администратор сервера может выяснить, куда делись файлы, или удалите запись.</translation>
    </message>
    <message>
        <source>Its files are published or unpublished on the disk, but the server does not list it, most likely because its metadata cannot be read. It is not deleted from here, since it may be the only copy: the server&apos;s administrator can repair its metadata.xml.</source>
        <translation>Её файлы лежат на диске, но сервер её не перечисляет: скорее всего, не читаются её метаданные. Отсюда она не удаляется, это может быть единственная копия: администратор сервера может исправить её metadata.xml.</translation>
    </message>
    <message>
        <source>The server&apos;s list, its disk and the catalog say different things. A sync takes over what the server says; a recording in two places of the disk at once is for the server&apos;s administrator.</source>
        <translation>Список сервера, его диск и каталог говорят разное. Синхронизация примет то, что говорит сервер; запись в двух местах диска сразу — дело администратора сервера.</translation>
    </message>
    <message>
        <source>The server began to work on it days ago and did not finish. What is left can be deleted for good; if somebody still needs it, the server&apos;s administrator can process it again with bbb-record --rebuild instead.</source>
        <translation>Сервер начал её обрабатывать несколько дней назад и не закончил. Остатки можно удалить навсегда; если запись ещё нужна, администратор сервера может обработать её заново: bbb-record --rebuild.</translation>
    </message>
    <message>
        <source>It was recorded weeks ago and neither processed nor published. What is left can be deleted for good; if somebody still needs it, the server&apos;s administrator can process it with bbb-record --rebuild instead.</source>
        <translation>Её записали несколько недель назад, но не обработали и не опубликовали. Остатки можно удалить навсегда; если запись ещё нужна, администратор сервера может обработать её: bbb-record --rebuild.</translation>
    </message>
    <message>
        <source>It was deleted, but its files still lie in the server&apos;s trash, from where nothing removes them. They can be deleted for good.</source>
        <translation>Её удалили, но её файлы всё ещё лежат в корзине сервера, откуда их ничто не убирает. Их можно удалить навсегда.</translation>
    </message>
    <message>
        <source>Small files about a recording that is gone. They can be deleted for good.</source>
        <translation>Мелкие файлы о записи, которой больше нет. Их можно удалить навсегда.</translation>
    </message>
    <message>
        <source>Files that Letopis put there with a recording that is gone. They can be deleted for good.</source>
        <translation>Файлы, которые Летопись положила к записи, которой больше нет. Их можно удалить навсегда.</translation>
    </message>
    <message>
        <source>Not from here</source>
        <translation>Не отсюда</translation>
    </message>
    <message>
        <source>By a sync</source>
        <translation>Синхронизацией</translation>
    </message>
    <message>
        <source>By deleting what is left</source>
        <translation>Удалением остатков</translation>
    </message>
    <message>
        <source>This server was not compared yet.</source>
        <translation>Этот сервер ещё не сверяли.</translation>
    </message>
    <message>
        <source>Compared on %1.</source>
        <translation>Сверено %1.</translation>
    </message>
    <message>
        <source>The server lists %1, the catalog has %2. Its disk could not be looked at: it has no SSH account here.</source>
        <translation>Сервер перечисляет %1, в каталоге %2. Увидеть его диск не удалось: для него нет учётной записи SSH.</translation>
    </message>
    <message>
        <source>The server lists %1, its disk has %2, the catalog %3.</source>
        <extracomment>%1: &quot;12 recordings&quot;, %2 and %3: numbers</extracomment>
        <translation>Сервер перечисляет %1, на его диске %2, в каталоге %3.</translation>
    </message>
    <message>
        <source>All three agree.</source>
        <translation>Всё сходится.</translation>
    </message>
    <message numerus="yes">
        <source>%1 finding(s), %2.</source>
        <translation>
            <numerusform>%1 находка, %2.</numerusform>
            <numerusform>%1 находки, %2.</numerusform>
            <numerusform>%1 находок, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 finding(s).</source>
        <translation>
            <numerusform>%1 находка.</numerusform>
            <numerusform>%1 находки.</numerusform>
            <numerusform>%1 находок.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>Viewers do not edit recordings.</source>
        <translation>Зрители не правят записи.</translation>
    </message>
    <message>
        <source>Only administrators edit participants, folder and owner.</source>
        <translation>Участников, папку и владельца меняют только администраторы.</translation>
    </message>
    <message>
        <source>Viewers do not change materials.</source>
        <translation>Зрители не меняют материалы.</translation>
    </message>
    <message>
        <source>Viewers do not give access.</source>
        <translation>Зрители не открывают доступ.</translation>
    </message>
    <message>
        <source>Viewers do not make links.</source>
        <translation>Зрители не создают ссылки.</translation>
    </message>
    <message>
        <source>Only administrators give access to moderators and to groups that hold them.</source>
        <translation>Доступ ведущим и группам, где они есть, открывают только администраторы.</translation>
    </message>
    <message>
        <source>Viewers do not change folders.</source>
        <translation>Зрители не меняют папки.</translation>
    </message>
    <message>
        <source>Viewers do not see reports.</source>
        <translation>Зрители не видят отчёты.</translation>
    </message>
    <message>
        <source>Only administrators set auto-deletion.</source>
        <translation>Автоудаление назначают только администраторы.</translation>
    </message>
    <message>
        <source>Only an administrator makes a recording public.</source>
        <translation>Открыть запись для всех может только администратор.</translation>
    </message>
    <message>
        <source>Only an administrator sees every recording.</source>
        <translation>Все записи видит только администратор.</translation>
    </message>
    <message>
        <source>Viewers do not see the list of people, nor add to it.</source>
        <translation>Зрители не видят список людей и никого в него не добавляют.</translation>
    </message>
    <message>
        <source>Only administrators change people and groups, and only a full administrator changes administrators.</source>
        <translation>Людей и группы меняют только администраторы, а администраторов — только полный администратор.</translation>
    </message>
    <message>
        <source>Only an administrator manages servers.</source>
        <translation>Серверами управляет только администратор.</translation>
    </message>
    <message>
        <source>Only an administrator manages the catalog.</source>
        <translation>Каталогом управляет только администратор.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Ваша роль этого не позволяет.</translation>
    </message>
    <message>
        <source>Your account is blocked.</source>
        <translation>Ваш вход закрыт.</translation>
    </message>
    <message>
        <source>You see the catalog as another person and can change nothing.</source>
        <translation>Вы видите каталог глазами другого человека и ничего не можете изменить.</translation>
    </message>
    <message>
        <source>An administrator has not given you this right.</source>
        <translation>Администратор не дал вам этого права.</translation>
    </message>
    <message>
        <source>You have no access here.</source>
        <translation>У вас нет сюда доступа.</translation>
    </message>
    <message>
        <source>Access is denied to you here.</source>
        <translation>Доступ сюда вам запрещён.</translation>
    </message>
    <message>
        <source>This needs the permission Publish or Manage here.</source>
        <translation>Для этого здесь нужно разрешение «Публикация» или «Управление».</translation>
    </message>
    <message>
        <source>This needs the permission Manage here.</source>
        <translation>Для этого здесь нужно разрешение «Управление».</translation>
    </message>
    <message>
        <source>With this you would lock yourself out. Let another administrator do it.</source>
        <translation>Так вы закроете доступ самому себе. Пусть это сделает другой администратор.</translation>
    </message>
    <message>
        <source>The last administrator stays: without one nobody could manage the catalog. Make somebody else an administrator first.</source>
        <translation>Последний администратор остаётся: без него каталогом никто не сможет управлять. Сначала сделайте администратором кого-то ещё.</translation>
    </message>
    <message>
        <source>A group cannot contain itself.</source>
        <translation>Группа не может содержать саму себя.</translation>
    </message>
    <message>
        <source>A group cannot contain itself: %1.</source>
        <translation>Группа не может содержать саму себя: %1.</translation>
    </message>
    <message>
        <source>Permissions, or who is in a group, changed meanwhile: it would no longer do what was shown.</source>
        <translation>Права или состав групп тем временем изменились: получилось бы уже не то, что было показано.</translation>
    </message>
    <message>
        <source>Nothing was changed. Do it again to see what it would do now.</source>
        <translation>Ничего не изменено. Повторите, чтобы увидеть, что получится теперь.</translation>
    </message>
</context>
<context>
    <name>ReleaseQuestion</name>
    <message>
        <source>Release the hold</source>
        <translation>Снять запрет удаления</translation>
    </message>
    <message>
        <source>Release the hold?</source>
        <translation>Снять запрет удаления?</translation>
    </message>
    <message>
        <source>Release the hold on “%1”?</source>
        <translation>Снять запрет удаления записи «%1»?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Тогда: %1</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;Снять запрет</translation>
    </message>
</context>
<context>
    <name>RetentionText</name>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Meeting %1, server %2</source>
        <translation>Встреча %1, сервер %2</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Папка %1</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Сервер %1</translation>
    </message>
    <message>
        <source>server is “%1”</source>
        <translation>сервер — «%1»</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Фильтр: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name of the meeting</source>
        <translation>Название встречи</translation>
    </message>
    <message>
        <source>Meeting ID</source>
        <translation>Код встречи</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Метаданные</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Shorter than</source>
        <translation>Короче чем</translation>
    </message>
    <message>
        <source>Fewer participants than</source>
        <translation>Участников меньше чем</translation>
    </message>
    <message>
        <source>Never viewed</source>
        <translation>Не просматривали</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>is</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>содержит</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>начинается с</translation>
    </message>
    <message>
        <source>shorter than %1</source>
        <translation>короче %1</translation>
    </message>
    <message>
        <source>fewer participants than %1</source>
        <translation>участников меньше %1</translation>
    </message>
    <message>
        <source>never viewed</source>
        <translation>не просматривали</translation>
    </message>
    <message>
        <source>state is “%1”</source>
        <translation>состояние — «%1»</translation>
    </message>
    <message>
        <source>%1 %2 “%3”</source>
        <extracomment>%1: a field; %2: is, contains, begins with; %3: a text</extracomment>
        <translation>%1 %2 «%3»</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the recording</source>
        <translation>
            <numerusform>через %n день после записи</numerusform>
            <numerusform>через %n дня после записи</numerusform>
            <numerusform>через %n дней после записи</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the last view</source>
        <translation>
            <numerusform>через %n день после просмотра</numerusform>
            <numerusform>через %n дня после просмотра</numerusform>
            <numerusform>через %n дней после просмотра</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1, what was recorded before</source>
        <translation>%1, если записаны раньше</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n of each meeting stay(s)</source>
        <translation>
            <numerusform>последняя %n запись каждой встречи остаётся</numerusform>
            <numerusform>последние %n записи каждой встречи остаются</numerusform>
            <numerusform>последние %n записей каждой встречи остаются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unpublished %n day(s) before</source>
        <translation>
            <numerusform>скрываются за %n день</numerusform>
            <numerusform>скрываются за %n дня</numerusform>
            <numerusform>скрываются за %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>On: what is due on %1 goes into a plan, then to the trash, and after its days there is deleted for good.</source>
        <translation>Включено: то, чему на сервере %1 вышел срок, попадает в план, затем в корзину, а после неё удаляется окончательно.</translation>
    </message>
    <message>
        <source>Off: nothing goes by itself on %1, whatever the policies say.</source>
        <translation>Выключено: на сервере %1 само ничто не удаляется, что бы ни говорили правила.</translation>
    </message>
    <message>
        <source>%1 % or %2</source>
        <extracomment>%1 per cent of the server&apos;s recordings, or so many recordings</extracomment>
        <translation>%1 % или %2</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says %1, and the catalog already knows of %2.</source>
        <translation>Часы этого компьютера показывают %1, а каталог уже знает о %2.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says %1, the server&apos;s %2.</source>
        <translation>Часы этого компьютера показывают %1, часы сервера — %2.</translation>
    </message>
    <message>
        <source>The catalog was last synced with this server on %1.</source>
        <translation>Последняя синхронизация с этим сервером была %1.</translation>
    </message>
    <message>
        <source>The catalog was never synced with this server.</source>
        <translation>С этим сервером каталог ещё не синхронизировали.</translation>
    </message>
    <message>
        <source>This catalog was restored from a backup or is an old copy: recordings may have changed since.</source>
        <translation>Этот каталог восстановлен из резервной копии или взят из старой копии: с тех пор записи могли измениться.</translation>
    </message>
    <message>
        <source>Auto-deletion is off on this server.</source>
        <translation>На этом сервере автоудаление выключено.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock right.</source>
        <translation>Поставьте часы компьютера правильно.</translation>
    </message>
    <message>
        <source>Set both clocks right, then sync.</source>
        <translation>Поставьте правильно те и другие часы, затем синхронизируйте.</translation>
    </message>
    <message>
        <source>Sync the server.</source>
        <translation>Синхронизируйте сервер.</translation>
    </message>
    <message>
        <source>Say that it is the right catalog, or open the newer one.</source>
        <translation>Подтвердите, что каталог тот самый, или откройте более новый.</translation>
    </message>
    <message>
        <source>Switch it on first.</source>
        <translation>Сначала включите его.</translation>
    </message>
    <message>
        <source>Recordings would go: %1.</source>
        <translation>Удалятся записи: %1.</translation>
    </message>
    <message>
        <source>Type this number to confirm it.</source>
        <translation>Для подтверждения введите это число.</translation>
    </message>
    <message>
        <source>The number is another one: %1, not %2.</source>
        <translation>Число другое: %1, а не %2.</translation>
    </message>
    <message>
        <source>Look at what would go, then type its number.</source>
        <translation>Посмотрите, что удалится, и введите число записей.</translation>
    </message>
    <message>
        <source>Nothing is deleted now.</source>
        <translation>Сейчас ничто не удаляется.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile.</source>
        <translation>Тем временем это изменил кто-то другой.</translation>
    </message>
    <message>
        <source>Look at it again; what you typed is still there.</source>
        <translation>Посмотрите ещё раз; введённое вами сохранилось.</translation>
    </message>
    <message>
        <source>It is no longer there: somebody changed it meanwhile.</source>
        <translation>Этого больше нет: тем временем кто-то это изменил.</translation>
    </message>
    <message>
        <source>a policy</source>
        <extracomment>A policy whose name the person may not know</extracomment>
        <translation>одно из правил</translation>
    </message>
    <message>
        <source>the policy “%1”</source>
        <translation>правило «%1»</translation>
    </message>
    <message>
        <source>It stays: no policy is about it.</source>
        <translation>Запись остаётся: ни одно правило к ней не относится.</translation>
    </message>
    <message>
        <source>It stays: that was said of this recording.</source>
        <translation>Запись остаётся: так задано для неё самой.</translation>
    </message>
    <message numerus="yes">
        <source>It stays: it is among the newest %n recording(s) of its meeting, and %1 keeps these.</source>
        <translation>
            <numerusform>Запись остаётся: она последняя в своей встрече (из %n), её бережёт %1.</numerusform>
            <numerusform>Запись остаётся: она среди последних %n записей своей встречи, их бережёт %1.</numerusform>
            <numerusform>Запись остаётся: она среди последних %n записей своей встречи, их бережёт %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>It stays: it was recorded after the date of %1.</source>
        <translation>Запись остаётся: она сделана позже дня, который называет %1.</translation>
    </message>
    <message>
        <source>It stays: nobody knows when it was recorded.</source>
        <translation>Запись остаётся: неизвестно, когда она сделана.</translation>
    </message>
    <message>
        <source>It stays: its server is still working on it.</source>
        <translation>Запись остаётся: сервер ещё обрабатывает её.</translation>
    </message>
    <message>
        <source>It is no longer on its server.</source>
        <translation>Записи больше нет на сервере.</translation>
    </message>
    <message>
        <source>It stays: %1 says so.</source>
        <translation>Запись остаётся: так велит %1.</translation>
    </message>
    <message>
        <source>It is in the trash, and a hold keeps it from being deleted for good.</source>
        <translation>Запись в корзине; окончательно удалить её не даёт запрет.</translation>
    </message>
    <message>
        <source>It is in the trash, and stays there until somebody restores or deletes it.</source>
        <translation>Запись в корзине и останется там, пока её не вернут или не удалят.</translation>
    </message>
    <message>
        <source>It is in the trash and can be restored. Its grace period ends on %1; auto-deletion is off on its server, so nothing happens then.</source>
        <translation>Запись в корзине, её можно вернуть. Срок в корзине кончается %1; автоудаление на сервере выключено, поэтому тогда ничего не произойдёт.</translation>
    </message>
    <message>
        <source>It is in the trash, its grace period is over: the next plan deletes it for good.</source>
        <translation>Запись в корзине, срок вышел: ближайший план удалит её окончательно.</translation>
    </message>
    <message>
        <source>It is in the trash and can be restored until %1; then it is deleted for good.</source>
        <translation>Запись в корзине, до %1 её можно вернуть; затем она удалится окончательно.</translation>
    </message>
    <message>
        <source>It stays while it is held. Without the hold it would go to the trash with the next plan.</source>
        <translation>Запись остаётся, пока действует запрет. Без него её забрал бы в корзину ближайший план.</translation>
    </message>
    <message>
        <source>It stays while it is held. Without the hold it would go to the trash on %1.</source>
        <translation>Запись остаётся, пока действует запрет. Без него она отправилась бы в корзину %1.</translation>
    </message>
    <message>
        <source>It stays: auto-deletion is off on its server. Once it is on, it goes to the trash with the next plan.</source>
        <translation>Запись остаётся: автоудаление на сервере выключено. Если его включить, в корзину её заберёт ближайший план.</translation>
    </message>
    <message>
        <source>It stays: auto-deletion is off on its server. If it is on by then, it goes to the trash on %1.</source>
        <translation>Запись остаётся: автоудаление на сервере выключено. Если к тому дню его включат, она отправится в корзину %1.</translation>
    </message>
    <message>
        <source>It goes to the trash with the next plan: its date was %1.</source>
        <translation>Запись отправится в корзину с ближайшим планом: её срок — %1.</translation>
    </message>
    <message>
        <source>It is unpublished on %1 and goes to the trash on %2.</source>
        <extracomment>%1 and %2 are days</extracomment>
        <translation>%1 запись скроется, а %2 отправится в корзину.</translation>
    </message>
    <message>
        <source>It is unpublished already and goes to the trash on %1.</source>
        <translation>Запись уже скрыта и отправится в корзину %1.</translation>
    </message>
    <message>
        <source>It goes to the trash on %1.</source>
        <translation>Запись отправится в корзину %1.</translation>
    </message>
    <message>
        <source>to the trash on %1</source>
        <translation>в корзину %1</translation>
    </message>
    <message numerus="yes">
        <source>stays, among the newest %n of its meeting</source>
        <translation>
            <numerusform>остаётся последней записью встречи (из %n)</numerusform>
            <numerusform>остаётся среди последних %n записей встречи</numerusform>
            <numerusform>остаётся среди последних %n записей встречи</numerusform>
        </translation>
    </message>
    <message>
        <source>stays, recorded after the policy&apos;s date</source>
        <translation>остаётся, сделана позже дня правила</translation>
    </message>
    <message>
        <source>stays, nobody knows when it was recorded</source>
        <translation>остаётся, неизвестно, когда сделана</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>остаётся</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>Format of a day, as QLocale::toString takes it</extracomment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>It was deleted for good.</source>
        <translation>Запись удалена окончательно.</translation>
    </message>
    <message>
        <source>A hold forbids its deletion, too.</source>
        <translation>Удаление запрещено и запретом.</translation>
    </message>
    <message>
        <source>What was said of this recording decides; it beats every policy.</source>
        <translation>Решает заданное для самой записи: оно сильнее любого правила.</translation>
    </message>
    <message>
        <source>What %1 said of this recording on %2 decides; it beats every policy.</source>
        <extracomment>%1 is a login, %2 a date</extracomment>
        <translation>Решает заданное для самой записи (%1, %2): оно сильнее любого правила.</translation>
    </message>
    <message>
        <source>The nearest decides: %1, which is about its meeting.</source>
        <translation>Решает ближайшее: %1 — оно о встрече этой записи.</translation>
    </message>
    <message>
        <source>The nearest decides: %1, whose filter it fits.</source>
        <translation>Решает ближайшее: %1 — запись подходит под его фильтр.</translation>
    </message>
    <message>
        <source>The nearest decides: %1, which is about its folder.</source>
        <translation>Решает ближайшее: %1 — оно о папке этой записи.</translation>
    </message>
    <message>
        <source>The nearest decides: %1, which is about its server.</source>
        <translation>Решает ближайшее: %1 — оно о сервере этой записи.</translation>
    </message>
    <message>
        <source>Policy</source>
        <extracomment>A policy nobody told the name of</extracomment>
        <translation>Правило</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <extracomment>%1: a policy&apos;s name; %2: Meeting, Filter, Folder, Server; %3: what it would do</extracomment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>Decides.</source>
        <translation>Оно и решает.</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Удалена окончательно</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Удаление запрещено</translation>
    </message>
    <message>
        <source>In the trash until %1</source>
        <translation>В корзине до %1</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>В корзине</translation>
    </message>
    <message numerus="yes">
        <source>To the trash in %n day(s)</source>
        <translation>
            <numerusform>В корзину через %n день</numerusform>
            <numerusform>В корзину через %n дня</numerusform>
            <numerusform>В корзину через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>To the trash with the next plan</source>
        <translation>В корзину с ближайшим планом</translation>
    </message>
    <message>
        <source>Held since %1</source>
        <translation>Запрет с %1</translation>
    </message>
    <message>
        <source>Held since %1 by %2</source>
        <extracomment>%1 is a date, %2 a login</extracomment>
        <translation>Запрет с %1 (%2)</translation>
    </message>
    <message>
        <source>Held from %1 (%2) to %3 (%4)</source>
        <extracomment>Two dates, each with a login</extracomment>
        <translation>Запрет с %1 (%2) по %3 (%4)</translation>
    </message>
    <message>
        <source>As the policies say</source>
        <translation>По правилам</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>To the trash</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить окончательно</translation>
    </message>
    <message>
        <source>A policy</source>
        <translation>Одно из правил</translation>
    </message>
    <message>
        <source>Its own date</source>
        <translation>Собственная дата</translation>
    </message>
    <message>
        <source>End of the grace period</source>
        <translation>Конец срока в корзине</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>Left over on the server</source>
        <translation>Остаток на сервере</translation>
    </message>
    <message>
        <source>It is held.</source>
        <translation>Удаление запрещено.</translation>
    </message>
    <message>
        <source>It is no longer due: a policy, a date or a view changed that.</source>
        <translation>Срок больше не вышел: его изменили правило, дата или просмотр.</translation>
    </message>
    <message>
        <source>It changed on the server since the plan was made.</source>
        <translation>После составления плана запись на сервере изменилась.</translation>
    </message>
    <message>
        <source>It was like that already.</source>
        <translation>Так уже и было.</translation>
    </message>
    <message>
        <source>Nothing is left to restore it from.</source>
        <translation>Возвращать не из чего.</translation>
    </message>
    <message>
        <source>Its ID is none that may be sent to the server&apos;s disk.</source>
        <translation>Такой код нельзя передавать на диск сервера.</translation>
    </message>
    <message>
        <source>No recording would go.</source>
        <translation>Ни одна запись не удалится.</translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) would go: %2.</source>
        <translation>
            <numerusform>Удалится %1 запись: %2.</numerusform>
            <numerusform>Удалятся %1 записи: %2.</numerusform>
            <numerusform>Удалятся %1 записей: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) would go.</source>
        <translation>
            <numerusform>Удалится %1 запись.</numerusform>
            <numerusform>Удалятся %1 записи.</numerusform>
            <numerusform>Удалятся %1 записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>At once: %1.</source>
        <translation>Сразу: %1.</translation>
    </message>
    <message>
        <source>Viewed in the last week: %1.</source>
        <translation>Из них просмотрено за неделю: %1.</translation>
    </message>
    <message>
        <source>Only unpublished: %1.</source>
        <translation>Только скроются: %1.</translation>
    </message>
    <message>
        <source>Held, so they stay: %1.</source>
        <translation>Останутся из-за запрета: %1.</translation>
    </message>
    <message>
        <source>Of unknown size: %1.</source>
        <translation>Неизвестного размера: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) of %2 go to the trash: %3.</source>
        <extracomment>%1: a number of recordings; %2: a server; %3: days</extracomment>
        <translation>
            <numerusform>В корзину отправится %1 запись сервера %2: %3.</numerusform>
            <numerusform>В корзину отправятся %1 записи сервера %2: %3.</numerusform>
            <numerusform>В корзину отправятся %1 записей сервера %2: %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>letopis::AccessEditor</name>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>Д&amp;о</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>Pub&amp;lic: anyone may watch without signing in</source>
        <translation>Публи&amp;чно: смотреть может любой, без входа</translation>
    </message>
    <message>
        <source>Reset &amp;to parent…</source>
        <translation>Изменить на &amp;родительский…</translation>
    </message>
    <message>
        <source>&amp;Who can see this…</source>
        <translation>&amp;Кто это видит…</translation>
    </message>
    <message>
        <source>What they can &amp;see</source>
        <translation>Что &amp;этот человек видит</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>Choose a person: here stands why they can or cannot see this, step by step.</source>
        <translation>Выберите человека: здесь будет по шагам сказано, почему он это видит или не видит.</translation>
    </message>
    <message>
        <source>The permissions were changed meanwhile.</source>
        <translation>Разрешения тем временем изменились.</translation>
    </message>
    <message>
        <source>What you chose is kept. Look through the list, and apply it again.</source>
        <translation>Выбранное вами сохранилось. Просмотрите список и примените ещё раз.</translation>
    </message>
    <message>
        <source>%1 of %2 can be changed here.</source>
        <translation>Изменить здесь можно %1 из %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the permissions…</source>
        <translation>Читаются разрешения…</translation>
    </message>
    <message>
        <source>What you add, change or remove here is done on each of them. Their other permissions stay as they are.</source>
        <translation>Что вы здесь добавите, измените или уберёте, будет сделано с каждой из них. Остальные их разрешения не изменятся.</translation>
    </message>
    <message>
        <source>This recording has a list of its own.</source>
        <translation>У этой записи пользовательская настройка: собственный список.</translation>
    </message>
    <message>
        <source>This folder has a list of its own.</source>
        <translation>У этой папки пользовательская настройка: собственный список.</translation>
    </message>
    <message>
        <source>Inherited from the folder “%1”. With the first change this gets a list of its own, which begins as a copy.</source>
        <translation>Наследуется от папки «%1». С первым изменением появится собственный список, сначала — копия унаследованного.</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Leave it as it is stored</source>
        <translation>Оставить как сохранено</translation>
    </message>
    <message>
        <source>Takes the entry out of the list. That is not Denied: what groups give stays.</source>
        <translation>Убирает строку из списка. Это не «Запрещено»: то, что дают группы, остаётся.</translation>
    </message>
    <message>
        <source>This folder has no parent.</source>
        <translation>У этой папки нет родительской.</translation>
    </message>
    <message>
        <source>There is nothing to reset: the list is the parent&apos;s.</source>
        <translation>Менять нечего: список и так родительский.</translation>
    </message>
    <message>
        <source>Apply or discard your changes first.</source>
        <translation>Сначала примените или отмените изменения.</translation>
    </message>
    <message>
        <source>Drops this list: what the folder above says holds again.</source>
        <translation>Убирает этот список: снова действует то, что задано в папке выше.</translation>
    </message>
    <message>
        <source>Apply changes</source>
        <translation>Применить изменения</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Применит&amp;ь</translation>
    </message>
    <message>
        <source>Reset to parent</source>
        <translation>Изменить на родительский</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Изменить</translation>
    </message>
    <message>
        <source>Make public</source>
        <translation>Сделать публичной</translation>
    </message>
    <message>
        <source>Make private</source>
        <translation>Сделать непубличной</translation>
    </message>
    <message>
        <source>&amp;Make public</source>
        <translation>&amp;Сделать публичной</translation>
    </message>
    <message>
        <source>&amp;Make private</source>
        <translation>&amp;Сделать непубличной</translation>
    </message>
    <message>
        <source>The permissions were changed.</source>
        <translation>Разрешения изменены.</translation>
    </message>
    <message>
        <source>Discard the changes that are not applied?</source>
        <translation>Отказаться от непримененных изменений?</translation>
    </message>
    <message>
        <source>Nothing of them is stored yet.</source>
        <translation>Из них ещё ничего не сохранено.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Отбросить</translation>
    </message>
    <message>
        <source>Discard chan&amp;ges</source>
        <translation>Отменить из&amp;менения</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Appl&amp;y…</source>
        <translation>&amp;Применить…</translation>
    </message>
    <message>
        <source>Permission to add with</source>
        <translation>С каким разрешением добавить</translation>
    </message>
    <message>
        <source>&amp;Available people and groups</source>
        <translation>Доступные &amp;люди и группы</translation>
    </message>
    <message>
        <source>Current permissions</source>
        <translation>Текущие разрешения</translation>
    </message>
    <message>
        <source>&amp;Current permissions</source>
        <translation>Теку&amp;щие разрешения</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Разное</translation>
    </message>
    <message>
        <source>&amp;Permission:</source>
        <translation>Разре&amp;шение:</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Lin&amp;ks…</source>
        <translation>&amp;Ссылки…</translation>
    </message>
    <message>
        <source>The first %1 of %2 selected recordings</source>
        <translation>Первые %1 из %2 выбранных записей</translation>
    </message>
    <message>
        <source>Links are made for one recording at a time.</source>
        <translation>Ссылки создаются для каждой записи отдельно.</translation>
    </message>
    <message>
        <source>Until the end of this day</source>
        <translation>До конца этого дня</translation>
    </message>
</context>
<context>
    <name>letopis::AccessListModel</name>
    <message>
        <source>Different</source>
        <translation>Разное</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Бессрочно</translation>
    </message>
    <message>
        <source>Is added when you apply.</source>
        <translation>Будет добавлено при применении.</translation>
    </message>
    <message>
        <source>Is changed when you apply.</source>
        <translation>Будет изменено при применении.</translation>
    </message>
    <message>
        <source>Is removed when you apply. That is not Denied: what groups give stays.</source>
        <translation>Будет убрано при применении. Это не «Запрещено»: то, что дают группы, остаётся.</translation>
    </message>
    <message>
        <source>Granted %1</source>
        <translation>Открыто %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>items</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Группа %1</translation>
    </message>
    <message>
        <source>to be added</source>
        <translation>будет добавлено</translation>
    </message>
    <message>
        <source>to be changed</source>
        <translation>будет изменено</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>будет убрано</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>Кто открыл</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Истекло</translation>
    </message>
    <message>
        <source>Ended %1: it gives nothing any more.</source>
        <translation>Истекло %1: больше ничего не даёт.</translation>
    </message>
</context>
<context>
    <name>letopis::AccessPreviewDialog</name>
    <message>
        <source>Finding out what changes…</source>
        <translation>Выясняется, что изменится…</translation>
    </message>
    <message>
        <source>What changes for whom</source>
        <translation>Что для кого изменится</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Recording or person</source>
        <translation>Запись или человек</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message numerus="yes">
        <source>What changes on %n item(s):</source>
        <translation>
            <numerusform>Что изменится у %n записи:</numerusform>
            <numerusform>Что изменится у %n записей:</numerusform>
            <numerusform>Что изменится у %n записей:</numerusform>
        </translation>
    </message>
    <message>
        <source>What changes is not known.</source>
        <translation>Что изменится, неизвестно.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Done on %1 of %2.</source>
        <translation>Сделано: %1 из %2.</translation>
    </message>
    <message>
        <source>The list was changed meanwhile.</source>
        <translation>Список тем временем изменился.</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Для кого</translation>
    </message>
</context>
<context>
    <name>letopis::Actions</name>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>&amp;Синхронизировать</translation>
    </message>
    <message>
        <source>Fetch what is new on the shown server, or on all</source>
        <translation>Получить новое с показанного сервера или со всех</translation>
    </message>
    <message>
        <source>Sync &amp;all servers</source>
        <translation>Синхронизировать &amp;все серверы</translation>
    </message>
    <message>
        <source>Fetch what is new on every server</source>
        <translation>Получить новое с каждого сервера</translation>
    </message>
    <message>
        <source>&amp;Connect a server…</source>
        <translation>&amp;Подключить сервер…</translation>
    </message>
    <message>
        <source>Connect a BigBlueButton server</source>
        <translation>Подключить сервер BigBlueButton</translation>
    </message>
    <message>
        <source>&amp;Manage servers</source>
        <translation>С&amp;ерверы</translation>
    </message>
    <message>
        <source>See and change the connected servers</source>
        <translation>Посмотреть и изменить подключённые серверы</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>&amp;Open details</source>
        <translation>Открыть &amp;подробности</translation>
    </message>
    <message>
        <source>Show what is known about the selected recording</source>
        <translation>Показать, что известно о выбранной записи</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Воспроизвести</translation>
    </message>
    <message>
        <source>Play the selected recording</source>
        <translation>Воспроизвести выбранную запись</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>Ска&amp;чать…</translation>
    </message>
    <message>
        <source>Save the selected recording&apos;s video to a file</source>
        <translation>Сохранить видео выбранной записи в файл</translation>
    </message>
    <message>
        <source>Copy the server&apos;s name of the selected recording</source>
        <translation>Копировать имя выбранной записи на сервере</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Правка</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>Search titles, people and metadata</source>
        <translation>Искать в названиях, именах и метаданных</translation>
    </message>
    <message>
        <source>&amp;Clear search and filters</source>
        <translation>&amp;Сбросить поиск и отборы</translation>
    </message>
    <message>
        <source>Show all recordings again</source>
        <translation>Снова показать все записи</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>&amp;All recordings</source>
        <translation>&amp;Все записи</translation>
    </message>
    <message>
        <source>Show all recordings</source>
        <translation>Показать все записи</translation>
    </message>
    <message>
        <source>&amp;New recordings</source>
        <translation>&amp;Новые записи</translation>
    </message>
    <message>
        <source>Show recordings nobody opened here yet</source>
        <translation>Показать записи, которые здесь ещё не открывали</translation>
    </message>
    <message>
        <source>Na&amp;vigation</source>
        <translation>Н&amp;авигация</translation>
    </message>
    <message>
        <source>Show or hide the navigation</source>
        <translation>Показать или скрыть навигацию</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Подробности</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Показать или скрыть подробности</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Задания</translation>
    </message>
    <message>
        <source>Show or hide the jobs</source>
        <translation>Показать или скрыть задания</translation>
    </message>
    <message>
        <source>Reset la&amp;yout</source>
        <translation>Вернуть &amp;расположение</translation>
    </message>
    <message>
        <source>Put panes and columns back as they were at first</source>
        <translation>Расположить панели и столбцы как в начале</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>С&amp;ледующая панель</translation>
    </message>
    <message>
        <source>Move the focus to the next pane</source>
        <translation>Перейти к следующей панели</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>Предыду&amp;щая панель</translation>
    </message>
    <message>
        <source>Move the focus to the previous pane</source>
        <translation>Перейти к предыдущей панели</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>Найти &amp;команду…</translation>
    </message>
    <message>
        <source>Find and run any command by its name</source>
        <translation>Найти и выполнить команду по названию</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Сочетания к&amp;лавиш</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Показать все сочетания клавиш</translation>
    </message>
    <message>
        <source>&amp;About Letopis</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Версия и лицензия</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыйти</translation>
    </message>
    <message>
        <source>Quit Letopis</source>
        <translation>Закрыть Летопись</translation>
    </message>
    <message>
        <source>Copy &amp;record ID</source>
        <translation>Копировать &amp;код записи</translation>
    </message>
    <message>
        <source>&amp;Edit information…</source>
        <translation>&amp;Изменить сведения…</translation>
    </message>
    <message>
        <source>Edit title, description, tags and more of the selected recordings</source>
        <translation>Изменить название, описание, метки и другие сведения выбранных записей</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Take back the last change in the form</source>
        <translation>Отменить последнее изменение в форме</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>Верну&amp;ть</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Вернуть отменённое изменение</translation>
    </message>
    <message>
        <source>Undo &amp;batch edit</source>
        <translation>Отменить &amp;групповое изменение</translation>
    </message>
    <message>
        <source>Take back everything the last batch edit changed</source>
        <translation>Отменить всё, что изменило последнее групповое изменение</translation>
    </message>
    <message>
        <source>Custom fiel&amp;ds…</source>
        <translation>Свои &amp;поля…</translation>
    </message>
    <message>
        <source>Define what recordings carry besides the usual fields</source>
        <translation>Задать, какие сведения есть у записей кроме обычных</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Исходящие</translation>
    </message>
    <message>
        <source>Show the edits that are on their way to the servers</source>
        <translation>Показать изменения, которые ещё не дошли до серверов</translation>
    </message>
    <message>
        <source>Send &amp;edits now</source>
        <translation>Отправить &amp;изменения</translation>
    </message>
    <message>
        <source>Send what waits in the outbox to its servers</source>
        <translation>Отправить на серверы то, что ждёт в исходящих</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>Резервные &amp;копии</translation>
    </message>
    <message>
        <source>See, check and restore backups of the catalog, and plan them</source>
        <translation>Просмотреть, проверить и восстановить резервные копии каталога, настроить расписание</translation>
    </message>
    <message>
        <source>Back up n&amp;ow…</source>
        <translation>Создать к&amp;опию…</translation>
    </message>
    <message>
        <source>Make a backup of the catalog</source>
        <translation>Создать резервную копию каталога</translation>
    </message>
    <message>
        <source>&amp;Access…</source>
        <translation>&amp;Доступ…</translation>
    </message>
    <message>
        <source>See and change who may do what with the selected recordings</source>
        <translation>Кому и что разрешено с выбранными записями: посмотреть и изменить</translation>
    </message>
    <message>
        <source>&amp;Who can see this…</source>
        <translation>Кто &amp;это видит…</translation>
    </message>
    <message>
        <source>List everyone who can see the selected recording, and through what</source>
        <translation>Все, кто видит выбранную запись, и откуда у них это право</translation>
    </message>
    <message>
        <source>W&amp;hy can somebody see this…</source>
        <translation>Поче&amp;му это видно…</translation>
    </message>
    <message>
        <source>Tell step by step why somebody can or cannot see the selected recording</source>
        <translation>По шагам: почему кто-то видит или не видит выбранную запись</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>Л&amp;юди</translation>
    </message>
    <message>
        <source>See and change the people and groups who can be given access</source>
        <translation>Люди и группы, которым можно открыть доступ</translation>
    </message>
    <message>
        <source>&amp;Move to folder…</source>
        <translation>П&amp;ереместить в папку…</translation>
    </message>
    <message>
        <source>File the selected recordings into another folder</source>
        <translation>Переложить выбранные записи в другую папку</translation>
    </message>
    <message>
        <source>Lin&amp;ks…</source>
        <translation>Ссы&amp;лки…</translation>
    </message>
    <message>
        <source>Make and revoke links to the selected recording</source>
        <translation>Создать и отозвать ссылки на выбранную запись</translation>
    </message>
    <message>
        <source>F&amp;iling rules…</source>
        <translation>Правила раскладки по папка&amp;м…</translation>
    </message>
    <message>
        <source>Say into which folders new recordings go</source>
        <translation>Указать, в какие папки попадают новые записи</translation>
    </message>
    <message>
        <source>&amp;See as…</source>
        <translation>Посмотреть как…</translation>
    </message>
    <message>
        <source>Open the catalog as another person sees it</source>
        <translation>Открыть каталог таким, каким его видит другой человек</translation>
    </message>
    <message>
        <source>All lin&amp;ks…</source>
        <translation>Все ссылки…</translation>
    </message>
    <message>
        <source>See every link, and what holds for links</source>
        <translation>Посмотреть все ссылки и что для них действует</translation>
    </message>
    <message>
        <source>&amp;Folders</source>
        <translation>Пап&amp;ки</translation>
    </message>
    <message>
        <source>Show or hide the folders of the library</source>
        <translation>Показать или скрыть папки библиотеки</translation>
    </message>
    <message>
        <source>Acc&amp;ess proposals</source>
        <translation>Пре&amp;дложения доступа</translation>
    </message>
    <message>
        <source>See whom their meetings propose for access to the recordings</source>
        <translation>Показать, кому встречи предлагают открыть доступ к записям</translation>
    </message>
    <message>
        <source>A&amp;uto-deletion date…</source>
        <translation>Да&amp;та автоудаления…</translation>
    </message>
    <message>
        <source>Say when the selected recordings go, whatever the policies say</source>
        <translation>Задать срок удаления выбранных записей независимо от правил</translation>
    </message>
    <message>
        <source>Ho&amp;ld…</source>
        <translation>&amp;Запрет удаления…</translation>
    </message>
    <message>
        <source>Forbid the deletion of the selected recordings, with a reason</source>
        <translation>Запретить удаление выбранных записей с указанием причины</translation>
    </message>
    <message>
        <source>&amp;Journal of the recording</source>
        <translation>&amp;Журнал записи</translation>
    </message>
    <message>
        <source>See everything that was done with the selected recording, and by whom</source>
        <translation>Показать всё, что и кто делал с выбранной записью</translation>
    </message>
    <message>
        <source>Auto-delet&amp;ion</source>
        <translation>Авто&amp;удаление</translation>
    </message>
    <message>
        <source>Say when recordings go, and see what is about to go</source>
        <translation>Задать, когда удаляются записи, и увидеть, что скоро удалится</translation>
    </message>
    <message>
        <source>Jo&amp;urnal</source>
        <translation>&amp;Журнал</translation>
    </message>
    <message>
        <source>See who did what, and check that nobody changed it since</source>
        <translation>Посмотреть, кто что сделал, и проверить, что никто этого не менял</translation>
    </message>
    <message>
        <source>Delete &amp;now…</source>
        <translation>Удалить се&amp;йчас…</translation>
    </message>
    <message>
        <source>Move the selected recordings to the trash, or delete them for good; shows what goes first</source>
        <translation>Переместить выбранные записи в корзину или удалить навсегда; сначала показывает, что уйдёт</translation>
    </message>
</context>
<context>
    <name>letopis::AddressFields</name>
    <message>
        <source>API &amp;URL:</source>
        <translation>&amp;Адрес API:</translation>
    </message>
    <message>
        <source>Shared &amp;secret:</source>
        <translation>Общий &amp;секрет:</translation>
    </message>
    <message>
        <source>Leave empty to keep the present one</source>
        <translation>Пусто — оставить прежний</translation>
    </message>
    <message>
        <source>As you call it, for example: University</source>
        <translation>Как вы его называете, например: Университет</translation>
    </message>
    <message>
        <source>Run “bbb-conf --secret” on the conference server and paste all it prints into either field: both are filled in.</source>
        <translation>Выполните «bbb-conf --secret» на сервере конференций и вставьте весь вывод в любое из полей: заполнятся оба.</translation>
    </message>
    <message>
        <source>Na&amp;me here:</source>
        <translation>&amp;Имя здесь:</translation>
    </message>
</context>
<context>
    <name>letopis::AddressStep</name>
    <message>
        <source>The conference server</source>
        <translation>Сервер конференций</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Далее</translation>
    </message>
    <message>
        <source>Pro&amp;xy and certificates…</source>
        <translation>Прокси и сер&amp;тификаты…</translation>
    </message>
</context>
<context>
    <name>letopis::AttendanceExport</name>
    <message>
        <source>Save the attendance report</source>
        <translation>Сохранение отчёта о посещаемости</translation>
    </message>
    <message>
        <source>%1, attendance</source>
        <extracomment>File name, %1 is a recording&apos;s title</extracomment>
        <translation>%1, посещаемость</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Документы PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Таблицы CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Файлы JSON (*.json)</translation>
    </message>
    <message>
        <source>Print the attendance report</source>
        <translation>Печать отчёта о посещаемости</translation>
    </message>
</context>
<context>
    <name>letopis::AttendanceGapDialog</name>
    <message>
        <source>Attendance and access</source>
        <translation>Участие и доступ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Add to the &amp;people…</source>
        <translation>Добавить к &amp;людям…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>The recording is public: anyone can watch it.</source>
        <translation>Запись открыта для всех: её может смотреть любой.</translation>
    </message>
    <message>
        <source>Who is listed here was denied it, or was given something besides.</source>
        <translation>Здесь те, кому доступ запрещён или дано что-то кроме просмотра.</translation>
    </message>
    <message>
        <source>Not known to Letopis: add them to the people first</source>
        <translation>Нет среди людей: сначала добавьте к людям</translation>
    </message>
    <message>
        <source>Came without an ID: match them to a known person first</source>
        <translation>Без идентификатора: сначала сопоставьте с человеком</translation>
    </message>
    <message>
        <source>Attended, cannot watch</source>
        <translation>Участвовали, но не видят запись</translation>
    </message>
    <message>
        <source>Can watch, did not attend</source>
        <translation>Видят запись, но не участвовали</translation>
    </message>
    <message>
        <source>Letopis does not know who this is.</source>
        <translation>Летопись не знает, кто это.</translation>
    </message>
    <message>
        <source>Choose one person: here stands why they can or cannot watch.</source>
        <translation>Выберите одного человека: здесь будет сказано, почему он видит или не видит запись.</translation>
    </message>
    <message>
        <source>Deny access</source>
        <translation>Запрет доступа</translation>
    </message>
    <message>
        <source>Give access</source>
        <translation>Доступ к записи</translation>
    </message>
    <message>
        <source>&amp;Deny access</source>
        <translation>Запретить &amp;доступ</translation>
    </message>
    <message>
        <source>&amp;Give access</source>
        <translation>Открыть &amp;доступ</translation>
    </message>
    <message numerus="yes">
        <source>The permissions of %n people were changed.</source>
        <translation>
            <numerusform>Разрешения изменены у %n человека.</numerusform>
            <numerusform>Разрешения изменены у %n человек.</numerusform>
            <numerusform>Разрешения изменены у %n человек.</numerusform>
        </translation>
    </message>
    <message>
        <source>The permissions were changed meanwhile.</source>
        <translation>Разрешения тем временем изменились.</translation>
    </message>
    <message>
        <source>Give it again.</source>
        <translation>Повторите действие.</translation>
    </message>
</context>
<context>
    <name>letopis::AttendancePresenter</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is Undo or Redo, %2 what is undone: &quot;Undo: Merge participants&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Add a participant</source>
        <translation>Добавление участника</translation>
    </message>
    <message>
        <source>Edit a participant</source>
        <translation>Исправление участника</translation>
    </message>
    <message>
        <source>Match a participant</source>
        <translation>Связь с известным человеком</translation>
    </message>
    <message>
        <source>Merge participants</source>
        <translation>Объединение участников</translation>
    </message>
    <message>
        <source>Split a participant</source>
        <translation>Разделение участника</translation>
    </message>
    <message>
        <source>Remove participants</source>
        <translation>Удаление из списка</translation>
    </message>
    <message>
        <source>Put participants back</source>
        <translation>Возврат в список</translation>
    </message>
    <message>
        <source>Restore automatic values</source>
        <translation>Возврат автоматических значений</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) fit nobody in this list</source>
        <translation>
            <numerusform>%n исправление не относится ни к кому в этом списке</numerusform>
            <numerusform>%n исправления не относятся ни к кому в этом списке</numerusform>
            <numerusform>%n исправлений не относятся ни к кому в этом списке</numerusform>
        </translation>
    </message>
    <message>
        <source>The server names the people differently than before. The corrections are kept, and count again once their people are back; correct the people of this list anew meanwhile.</source>
        <translation>Сервер называет людей иначе, чем раньше. Исправления сохранены и снова подействуют, когда эти люди вернутся; пока исправьте людей этого списка заново.</translation>
    </message>
</context>
<context>
    <name>letopis::AttendeeDialog</name>
    <message>
        <source>Edit participant</source>
        <translation>Исправление участника</translation>
    </message>
    <message>
        <source>Add a participant</source>
        <translation>Новый участник</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Имя:</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Роль:</translation>
    </message>
    <message>
        <source>role</source>
        <translation>роль</translation>
    </message>
    <message>
        <source>&amp;User ID:</source>
        <translation>ID &amp;пользователя:</translation>
    </message>
    <message>
        <source>user ID</source>
        <translation>ID пользователя</translation>
    </message>
    <message>
        <source>&amp;Minutes present:</source>
        <translation>&amp;Минут присутствия:</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>Приме&amp;чание:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Add participant</source>
        <translation>&amp;Добавить участника</translation>
    </message>
    <message>
        <source>The user&apos;s ID at Moodle, Greenlight or another front end</source>
        <translation>ID пользователя в Moodle, Greenlight или другой системе</translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>Minutes present</extracomment>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Restore the automatic %1</source>
        <extracomment>%1 is a field: &quot;name&quot;</extracomment>
        <translation>Вернуть автоматическое значение: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Automatic value: %1</source>
        <translation>Автоматическое значение: %1</translation>
    </message>
    <message>
        <source>Restore the automatic value: %1</source>
        <translation>Вернуть автоматическое значение: %1</translation>
    </message>
    <message>
        <source>A participant needs a name.</source>
        <translation>Укажите имя участника.</translation>
    </message>
    <message numerus="yes">
        <source>The note is %n character(s) too long.</source>
        <translation>
            <numerusform>Примечание длиннее допустимого на %n знак.</numerusform>
            <numerusform>Примечание длиннее допустимого на %n знака.</numerusform>
            <numerusform>Примечание длиннее допустимого на %n знаков.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::AttendeeMatchDialog</name>
    <message>
        <source>suggested</source>
        <translation>предлагается</translation>
    </message>
    <message>
        <source>Match to a known person</source>
        <translation>Связь с известным человеком</translation>
    </message>
    <message>
        <source>Who was %1?</source>
        <translation>Кто участвовал под именем %1?</translation>
    </message>
    <message>
        <source>%1 is matched to %2.</source>
        <translation>%1 — это %2.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Search known people by name</source>
        <translation>Поиск известных людей по имени</translation>
    </message>
    <message>
        <source>Known people</source>
        <translation>Известные люди</translation>
    </message>
    <message>
        <source>&amp;Match</source>
        <translation>&amp;Связать</translation>
    </message>
    <message>
        <source>Make &amp;known</source>
        <translation>Сделать &amp;известным</translation>
    </message>
    <message>
        <source>Adds a new known person of the name typed above and matches to them</source>
        <translation>Добавляет нового известного человека с этим именем и связывает с ним</translation>
    </message>
    <message>
        <source>&amp;Unmatch</source>
        <translation>&amp;Разорвать связь</translation>
    </message>
    <message>
        <source>Nobody of that name is known</source>
        <translation>Людей с таким именем нет</translation>
    </message>
    <message>
        <source>“Make known” adds this person to the people Letopis knows.</source>
        <translation>«Сделать известным» добавит этого человека к тем, кого знает Летопись.</translation>
    </message>
</context>
<context>
    <name>letopis::AttendeeSplitDialog</name>
    <message>
        <source>Split a participant</source>
        <translation>Разделение участника</translation>
    </message>
    <message>
        <source>Mark the sessions of %1 that were another person&apos;s.</source>
        <translation>Отметьте сеансы участника %1, в которых был другой человек.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Сеансы</translation>
    </message>
    <message>
        <source>&amp;Name of the other person:</source>
        <translation>&amp;Имя другого человека:</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Разделить</translation>
    </message>
    <message>
        <source>No session is marked yet.</source>
        <translation>Не отмечен ни один сеанс.</translation>
    </message>
    <message>
        <source>One session at least has to stay.</source>
        <translation>Хотя бы один сеанс должен остаться.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) stay, with talk, chat and polls.</source>
        <translation>
            <numerusform>Остаётся %n сеанс, с ним речь, чат и опросы.</numerusform>
            <numerusform>Остаются %n сеанса, с ними речь, чат и опросы.</numerusform>
            <numerusform>Остаются %n сеансов, с ними речь, чат и опросы.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::AuditActions</name>
    <message>
        <source>Journal</source>
        <extracomment>Tab: what was done with the recording, and by whom</extracomment>
        <translation>Журнал</translation>
    </message>
</context>
<context>
    <name>letopis::AuditCommands</name>
    <message>
        <source>Checking every event…</source>
        <translation>Проверяется каждое событие…</translation>
    </message>
    <message>
        <source>Check against an anchor</source>
        <translation>Сверить с якорем</translation>
    </message>
    <message>
        <source>Anchors (*.txt);;All files (*)</source>
        <translation>Якоря (*.txt);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Journal of %1</source>
        <translation>Журнал записи %1</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Экспорт журнала</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Таблицы CSV (*.csv)</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl *.jsonl.zst)</source>
        <translation>Строки JSON (*.jsonl *.jsonl.zst)</translation>
    </message>
    <message>
        <source>Exporting the journal…</source>
        <translation>Журнал экспортируется…</translation>
    </message>
    <message>
        <source>Write it &amp;unsigned</source>
        <translation>Записать &amp;без подписи</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Of %1 more only the hashes are in it.</source>
        <translation>Ещё %1 представлены только хешами.</translation>
    </message>
    <message>
        <source>It is signed.</source>
        <translation>Подписано.</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Сохранено в %1</translation>
    </message>
    <message>
        <source>Save the anchor</source>
        <translation>Сохранить якорь</translation>
    </message>
    <message>
        <source>Letopis anchor %1</source>
        <translation>Якорь Летописи %1</translation>
    </message>
    <message>
        <source>Anchors (*.txt)</source>
        <translation>Якоря (*.txt)</translation>
    </message>
    <message>
        <source>It stands for the journal up to event %1. Keep it where nobody who uses this catalog can change it.</source>
        <translation>Он удостоверяет журнал до события %1. Храните его там, где его не изменит никто из работающих с этим каталогом.</translation>
    </message>
    <message>
        <source>Anchor of the Letopis journal, event %1</source>
        <translation>Якорь журнала Летописи, событие %1</translation>
    </message>
    <message>
        <source>Keep this letter. With it anybody can prove later that nothing was cut off the journal: save the lines below as a file and choose “Check against an anchor”.</source>
        <translation>Сохраните это письмо. С его помощью любой сможет доказать, что конец журнала не отрезан: сохраните строки ниже в файл и выберите «Сверить с якорем».</translation>
    </message>
    <message>
        <source>There is no mail program that takes a letter from here.</source>
        <translation>Нет почтовой программы, которая примет отсюда письмо.</translation>
    </message>
    <message>
        <source>Save the anchor to a file and send that.</source>
        <translation>Сохраните якорь в файл и отправьте его.</translation>
    </message>
    <message>
        <source>The letter is open in the mail program.</source>
        <translation>Письмо открыто в почтовой программе.</translation>
    </message>
    <message>
        <source>Send it to somebody who cannot change this catalog.</source>
        <translation>Отправьте его тому, кто не может изменить этот каталог.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was found out and nothing was written.</source>
        <translation>Остановлено. Ничего не выяснено и ничего не записано.</translation>
    </message>
</context>
<context>
    <name>letopis::AuditEventModel</name>
    <message>
        <source>%1 (UTC: %2)</source>
        <extracomment>A time: the local one, and UTC</extracomment>
        <translation>%1 (UTC: %2)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Было → стало</translation>
    </message>
    <message>
        <source>Program, computer</source>
        <translation>Программа, компьютер</translation>
    </message>
</context>
<context>
    <name>letopis::AuditExportDialog</name>
    <message>
        <source>&amp;Table (CSV)</source>
        <translation>&amp;Таблица (CSV)</translation>
    </message>
    <message>
        <source>&amp;Lines of JSON</source>
        <translation>&amp;Строки JSON</translation>
    </message>
    <message>
        <source>&amp;Extract that proves itself</source>
        <translation>&amp;Выписка, которую можно проверить</translation>
    </message>
    <message>
        <source>&amp;Sign it with the catalog&apos;s key</source>
        <translation>&amp;Подписать ключом каталога</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Экспорт журнала</translation>
    </message>
    <message>
        <source>What the filters show is written to a file. That it was exported is noted in the journal.</source>
        <translation>В файл записывается то, что показывают отборы. Экспорт отмечается в журнале.</translation>
    </message>
    <message>
        <source>The whole journal is written to a file. That it was exported is noted in the journal.</source>
        <translation>В файл записывается весь журнал. Экспорт отмечается в журнале.</translation>
    </message>
    <message>
        <source>Key: %1. Tell it to the reader by another way than the file.</source>
        <translation>Ключ: %1. Сообщите его получателю не тем путём, которым передаёте файл.</translation>
    </message>
    <message>
        <source>An administrator of the catalog knows the key&apos;s fingerprint.</source>
        <translation>Отпечаток ключа знает администратор каталога.</translation>
    </message>
    <message>
        <source>A key is made and kept where the secrets are: %1.</source>
        <translation>Ключ будет создан и сохранён там же, где секреты: %1.</translation>
    </message>
    <message>
        <source>The place where secrets are kept does not answer, so there is no key to sign with. Unsigned, the extract can be checked as well, but anybody could have made it.</source>
        <translation>Хранилище секретов не отвечает, и подписать нечем. Выписку без подписи тоже можно проверить, но составить её мог кто угодно.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Выбрать &amp;файл…</translation>
    </message>
</context>
<context>
    <name>letopis::AuditFilters</name>
    <message>
        <source>Anybody</source>
        <translation>Кто угодно</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Что угодно</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Поиск по журналу</translation>
    </message>
    <message>
        <source>Words of logins, kinds, values and computers; “in quotes” as they stand</source>
        <translation>Слова из имён входа, видов событий, значений и имён компьютеров; «в кавычках» — дословно</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Сбросить отборы</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Все серверы</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Of “%1”</source>
        <translation>О записи «%1»</translation>
    </message>
    <message>
        <source>Only the journal of “%1”. Show the whole journal</source>
        <translation>Только журнал записи «%1». Показать весь журнал</translation>
    </message>
</context>
<context>
    <name>letopis::AuditProgress</name>
    <message>
        <source>&amp;Stop</source>
        <translation>Ост&amp;ановить</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>letopis::AuditSegmentsDialog</name>
    <message>
        <source>&amp;Close stretch</source>
        <translation>&amp;Запечатать отрезок</translation>
    </message>
    <message>
        <source>&amp;Store in a folder…</source>
        <translation>&amp;Сохранить в папку…</translation>
    </message>
    <message>
        <source>Take the oldest stretch out of the catalog</source>
        <translation>Изъять самый старый отрезок из каталога</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Выбрать…</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Изъять</translation>
    </message>
    <message>
        <source>Store and shorten the journal</source>
        <translation>Сохранить и сократить журнал</translation>
    </message>
    <message>
        <source>The journal only grows. A stretch of it can be closed, stored in a signed file and then taken out of the catalog: the chain goes on from its last event, and the file can be checked at any time. Nothing is taken out that is not stored whole.</source>
        <translation>Журнал только растёт. Его отрезок можно запечатать, сохранить в подписанный файл и затем изъять из каталога: цепочка продолжается от последнего события отрезка, а файл можно проверить в любое время. Ничто не изымается, пока не сохранено целиком.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Events before</source>
        <translation>Со&amp;бытия до</translation>
    </message>
    <message>
        <source>Closed stretches</source>
        <translation>Запечатанные отрезки</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Отрезок</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>No stretch was closed yet.</source>
        <translation>Пока не запечатан ни один отрезок.</translation>
    </message>
    <message>
        <source>Its &amp;file:</source>
        <translation>&amp;Файл отрезка:</translation>
    </message>
    <message>
        <source>&amp;Number of its events:</source>
        <translation>&amp;Число событий в нём:</translation>
    </message>
    <message>
        <source>File of the stretch</source>
        <translation>Файл отрезка</translation>
    </message>
    <message>
        <source>Number of its events</source>
        <translation>Число событий в отрезке</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>%1, closed by %2</source>
        <translation>%1, запечатал: %2</translation>
    </message>
    <message>
        <source>Choose a stretch.</source>
        <translation>Выберите отрезок.</translation>
    </message>
    <message>
        <source>This stretch is only in its file: %1.</source>
        <translation>Этот отрезок есть только в файле: %1.</translation>
    </message>
    <message>
        <source>Store it in a folder first.</source>
        <translation>Сначала сохраните его в папку.</translation>
    </message>
    <message>
        <source>An older stretch is still in the catalog: that one goes first.</source>
        <translation>В каталоге ещё есть более старый отрезок: сначала изымается он.</translation>
    </message>
    <message>
        <source>Events %1 to %2 leave this catalog for good. They stay in the file “%3”, which is compared once more before. To take them out, type how many they are: %4.</source>
        <translation>События с %1 по %2 будут навсегда изъяты из каталога. Они останутся в файле «%3»: перед этим он сверяется ещё раз. Чтобы изъять их, введите их число: %4.</translation>
    </message>
    <message>
        <source>Nothing happened before that day that is not closed already.</source>
        <translation>До этого дня нет событий, которые ещё не запечатаны.</translation>
    </message>
    <message>
        <source>The journal is sound, and %1 are closed.</source>
        <translation>Журнал цел, отрезок запечатан: %1.</translation>
    </message>
    <message>
        <source>Store them in a folder next.</source>
        <translation>Теперь сохраните его в папку.</translation>
    </message>
    <message>
        <source>Folder for stretches of the journal</source>
        <translation>Папка для отрезков журнала</translation>
    </message>
    <message>
        <source>Store it &amp;unsigned</source>
        <translation>Сохранить без &amp;подписи</translation>
    </message>
    <message>
        <source>Stored as “%1”, and read back whole.</source>
        <translation>Сохранено в файл «%1» и прочитано обратно целиком.</translation>
    </message>
    <message>
        <source>Stretches of the journal (*.jsonl.zst);;All files (*)</source>
        <translation>Отрезки журнала (*.jsonl.zst);;Все файлы (*)</translation>
    </message>
    <message>
        <source>%1 are out of the catalog.</source>
        <translation>Изъято из каталога: %1.</translation>
    </message>
    <message>
        <source>Keep the file “%1”: nothing else has them.</source>
        <translation>Берегите файл «%1»: больше этих событий нет нигде.</translation>
    </message>
</context>
<context>
    <name>letopis::BackupActions</name>
    <message>
        <source>The planned backup of the catalog failed. %1</source>
        <translation>Резервная копия каталога по расписанию не создана. %1</translation>
    </message>
    <message>
        <source>Show &amp;backups</source>
        <translation>Показать &amp;копии</translation>
    </message>
    <message>
        <source>The backup was not restored; the catalog is as it was. %1</source>
        <translation>Копия не восстановлена, каталог остался прежним. %1</translation>
    </message>
    <message>
        <source>The catalog that was here before is kept as %1.</source>
        <translation>Прежний каталог сохранён как %1.</translation>
    </message>
    <message>
        <source>The catalog of %1 is restored.</source>
        <translation>Каталог восстановлен по состоянию на %1.</translation>
    </message>
</context>
<context>
    <name>letopis::BackupListModel</name>
    <message>
        <source>Not known</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>This one</source>
        <extracomment>%1 is a short number of a catalog</extracomment>
        <translation>Этот</translation>
    </message>
    <message>
        <source>Another: %1</source>
        <translation>Другой: %1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Зашифрована</translation>
    </message>
</context>
<context>
    <name>letopis::BackupNowDialog</name>
    <message>
        <source>As the sche&amp;dule says</source>
        <translation>По рас&amp;писанию</translation>
    </message>
    <message>
        <source>Into a &amp;folder:</source>
        <translation>В п&amp;апку:</translation>
    </message>
    <message>
        <source>To a &amp;server:</source>
        <translation>&amp;На сервер:</translation>
    </message>
    <message>
        <source>To a fi&amp;le:</source>
        <translation>В &amp;файл:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>В&amp;ыбрать…</translation>
    </message>
    <message>
        <source>Choos&amp;e…</source>
        <translation>Вы&amp;брать…</translation>
    </message>
    <message>
        <source>Encrypt &amp;with a passphrase</source>
        <translation>&amp;Шифровать парольной фразой</translation>
    </message>
    <message>
        <source>Without a passphrase everybody who gets the file can read participants&apos; names.</source>
        <translation>Без парольной фразы имена участников прочтёт любой, к кому попадёт файл.</translation>
    </message>
    <message>
        <source>Back up the catalog</source>
        <translation>Резервная копия каталога</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Back up</source>
        <translation>Создать &amp;копию</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>Папка для копии</translation>
    </message>
    <message>
        <source>Server for the backup</source>
        <translation>Сервер для копии</translation>
    </message>
    <message>
        <source>File for the backup</source>
        <translation>Файл для копии</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выбрать папку</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>No connected server has an SSH account that may write to its disk.</source>
        <translation>Ни у одного подключённого сервера нет учётной записи SSH с правом записи на диск.</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Папка для копий</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Выберите папку.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Выберите файл.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Файл с таким именем уже есть. Выберите другое имя.</translation>
    </message>
</context>
<context>
    <name>letopis::BackupPage</name>
    <message>
        <source>&amp;Back up now…</source>
        <translation>Создать &amp;копию…</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>П&amp;роверить</translation>
    </message>
    <message>
        <source>Rest&amp;ore…</source>
        <translation>В&amp;осстановить…</translation>
    </message>
    <message>
        <source>Open a backup fi&amp;le…</source>
        <translation>Откр&amp;ыть файл копии…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>The schedule is applied.</source>
        <translation>Расписание применено.</translation>
    </message>
    <message>
        <source>Read the chosen backup to its end and see whether it is whole</source>
        <translation>Прочитать выбранную копию до конца и убедиться, что она цела</translation>
    </message>
    <message>
        <source>Compare the chosen backup with the catalog, and restore it</source>
        <translation>Сравнить выбранную копию с каталогом и восстановить её</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>зашифрована</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>не зашифрована</translation>
    </message>
    <message>
        <source>Last backup: %1 · %2 · %3, %4</source>
        <extracomment>%1 a date, %2 a folder or a server, %3 a size, %4 &quot;encrypted&quot; or &quot;not encrypted&quot;</extracomment>
        <translation>Последняя копия: %1 · %2 · %3, %4</translation>
    </message>
    <message>
        <source>No backup was made from here yet.</source>
        <translation>Отсюда ещё не создано ни одной копии.</translation>
    </message>
    <message>
        <source>No backups are planned: what happens to this disk happens to the catalog.</source>
        <translation>Копии по расписанию не создаются: случится что-то с этим диском — пропадёт и каталог.</translation>
    </message>
    <message>
        <source>The next one is due now.</source>
        <translation>Следующая — сейчас.</translation>
    </message>
    <message>
        <source>Next one: %1.</source>
        <translation>Следующая: %1.</translation>
    </message>
    <message>
        <source>At the next start the catalog of %1 takes the place of this one.</source>
        <translation>При следующем запуске этот каталог будет заменён каталогом от %1.</translation>
    </message>
    <message>
        <source>What is changed until then stays in the catalog that is kept.</source>
        <translation>Сделанное до этого останется в сохранённом каталоге.</translation>
    </message>
    <message>
        <source>Restart &amp;now</source>
        <translation>Перез&amp;апустить сейчас</translation>
    </message>
    <message>
        <source>Do no&amp;t restore</source>
        <translation>&amp;Не восстанавливать</translation>
    </message>
    <message>
        <source>The planned backup to %1 failed, %2. %3</source>
        <translation>Копия по расписанию не создана (%1), %2. %3</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Повтор&amp;ить</translation>
    </message>
    <message>
        <source>Not shown: %1. %2</source>
        <translation>Не показано: %1. %2</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Пов&amp;торить</translation>
    </message>
    <message>
        <source>No backups yet</source>
        <translation>Резервных копий ещё нет</translation>
    </message>
    <message>
        <source>A backup is one file: the catalog with everything that was typed here, and materials that are not on a server yet. Have one made every day, to another disk or to a server.</source>
        <translation>Копия — это один файл: каталог со всем, что набрано здесь, и материалы, которых ещё нет на сервере. Пусть она создаётся каждый день — на другом диске или на сервере.</translation>
    </message>
    <message>
        <source>&amp;Plan backups</source>
        <translation>&amp;Настроить расписание</translation>
    </message>
    <message>
        <source>The first one is made soon. “Back up now” does not wait.</source>
        <translation>Первая скоро будет создана. Кнопка «Создать копию» сделает это сразу.</translation>
    </message>
    <message>
        <source>Open a backup</source>
        <translation>Открыть копию</translation>
    </message>
    <message>
        <source>Backups of Letopis</source>
        <translation>Резервные копии Летописи</translation>
    </message>
    <message>
        <source>Reading and checking %1…</source>
        <translation>Чтение и проверка: %1…</translation>
    </message>
    <message>
        <source>The backup is made and checked: %1</source>
        <translation>Копия создана и проверена: %1</translation>
    </message>
    <message>
        <source>%1 is whole: %2</source>
        <translation>%1 — копия цела: %2</translation>
    </message>
</context>
<context>
    <name>letopis::BackupScheduleForm</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>В&amp;ыбрать…</translation>
    </message>
    <message>
        <source>Encrypt &amp;with a passphrase</source>
        <translation>&amp;Шифровать парольной фразой</translation>
    </message>
    <message>
        <source>Chan&amp;ge the passphrase</source>
        <translation>С&amp;менить парольную фразу</translation>
    </message>
    <message>
        <source>Without a passphrase everybody who gets the file can read participants&apos; names.</source>
        <translation>Без парольной фразы имена участников прочтёт любой, к кому попадёт файл.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Отмен&amp;ить</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Применит&amp;ь</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Папка не выбрана</translation>
    </message>
    <message>
        <source>Letopis makes them while it runs; what fell due before is made soon after its start.</source>
        <translation>Летопись создаёт копии, пока работает; пропущенное — вскоре после запуска.</translation>
    </message>
    <message>
        <source>At each place; older ones of this catalog are removed there.</source>
        <translation>В каждом месте; более старые копии этого каталога там удаляются.</translation>
    </message>
    <message>
        <source>&amp;Make a backup:</source>
        <translation>Соз&amp;давать копию:</translation>
    </message>
    <message>
        <source>Into the fo&amp;lder:</source>
        <translation>В п&amp;апку:</translation>
    </message>
    <message>
        <source>T&amp;o the server:</source>
        <translation>&amp;На сервер:</translation>
    </message>
    <message>
        <source>Backups &amp;kept:</source>
        <translation>Ско&amp;лько хранить:</translation>
    </message>
    <message>
        <source>No server</source>
        <translation>Сервер не выбран</translation>
    </message>
    <message>
        <source>A server that was removed</source>
        <translation>Удалённый сервер</translation>
    </message>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>Укажите полный путь к папке.</translation>
    </message>
    <message>
        <source>Choose a folder, a server, or both.</source>
        <translation>Выберите папку, сервер или и то и другое.</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Папка для копий</translation>
    </message>
    <message>
        <source>The stored passphrase is gone.</source>
        <translation>Сохранённая парольная фраза пропала.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Введите её ещё раз.</translation>
    </message>
</context>
<context>
    <name>letopis::BatchEditDialog</name>
    <message>
        <source>Show also what stays as it &amp;is</source>
        <translation>Показать и то, что &amp;не изменится</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n recording(s)</source>
        <translation>
            <numerusform>Изменение %n записи</numerusform>
            <numerusform>Изменение %n записей</numerusform>
            <numerusform>Изменение %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Идёт работа</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Н&amp;азад</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Ничего не изменится.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) will change.</source>
        <translation>
            <numerusform>Изменится %n запись.</numerusform>
            <numerusform>Изменятся %n записи.</numerusform>
            <numerusform>Изменится %n записей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) stay as they are.</source>
        <translation>
            <numerusform>%n значение останется прежним.</numerusform>
            <numerusform>%n значения останутся прежними.</numerusform>
            <numerusform>%n значений останутся прежними.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) cannot be set.</source>
        <translation>
            <numerusform>%n значение задать нельзя.</numerusform>
            <numerusform>%n значения задать нельзя.</numerusform>
            <numerusform>%n значений задать нельзя.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are in conflict with the server.</source>
        <translation>
            <numerusform>%n значение расходится с сервером.</numerusform>
            <numerusform>%n значения расходятся с сервером.</numerusform>
            <numerusform>%n значений расходятся с сервером.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier edit(s) still wait to be sent.</source>
        <translation>
            <numerusform>%n прежнее изменение ещё не отправлено.</numerusform>
            <numerusform>%n прежних изменения ещё не отправлены.</numerusform>
            <numerusform>%n прежних изменений ещё не отправлены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) changed.</source>
        <translation>
            <numerusform>Изменено %n значение.</numerusform>
            <numerusform>Изменены %n значения.</numerusform>
            <numerusform>Изменено %n значений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were so already.</source>
        <translation>
            <numerusform>%n значение уже было таким.</numerusform>
            <numerusform>%n значения уже были такими.</numerusform>
            <numerusform>%n значений уже были такими.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) could not be changed; the table says why.</source>
        <translation>
            <numerusform>%n значение изменить не удалось; причина в таблице.</numerusform>
            <numerusform>%n значения изменить не удалось; причины в таблице.</numerusform>
            <numerusform>%n значений изменить не удалось; причины в таблице.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the values of %n recording(s)…</source>
        <translation>
            <numerusform>Чтение значений %n записи…</numerusform>
            <numerusform>Чтение значений %n записей…</numerusform>
            <numerusform>Чтение значений %n записей…</numerusform>
        </translation>
    </message>
    <message>
        <source>Working out what changes…</source>
        <translation>Выясняем, что изменится…</translation>
    </message>
    <message>
        <source>Changing the catalog…</source>
        <translation>Каталог изменяется…</translation>
    </message>
    <message>
        <source>Only ticked fields change. Nothing happens before you have seen what will.</source>
        <translation>Изменятся только отмеченные поля. Сначала вы увидите, что именно изменится.</translation>
    </message>
    <message>
        <source>This will change</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Preview changes</source>
        <translation>&amp;Просмотреть изменения</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change %n recording(s)</source>
        <translation>
            <numerusform>&amp;Изменить %n запись</numerusform>
            <numerusform>&amp;Изменить %n записи</numerusform>
            <numerusform>&amp;Изменить %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>От&amp;менить</translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected recordings may not be edited by you and stay as they are.</source>
        <translation>
            <numerusform>%n из выбранных записей вам нельзя изменять: она останется как есть.</numerusform>
            <numerusform>%n из выбранных записей вам нельзя изменять: они останутся как есть.</numerusform>
            <numerusform>%n из выбранных записей вам нельзя изменять: они останутся как есть.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::BatchEditFields</name>
    <message>
        <source>Add ta&amp;gs:</source>
        <translation>&amp;Добавить метки:</translation>
    </message>
    <message>
        <source>Re&amp;move tags:</source>
        <translation>&amp;Убрать метки:</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Описание:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>&amp;Owner:</source>
        <translation>В&amp;ладелец:</translation>
    </message>
    <message>
        <source>Change this field of all selected recordings</source>
        <translation>Изменить это поле у всех выбранных записей</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Разные значения</translation>
    </message>
    <message>
        <source>On all: %1</source>
        <translation>У всех: %1</translation>
    </message>
    <message>
        <source>On some: %1</source>
        <translation>У некоторых: %1</translation>
    </message>
</context>
<context>
    <name>letopis::BatchEditModel</name>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
</context>
<context>
    <name>letopis::BatchEditing</name>
    <message numerus="yes">
        <source>%n value(s) changed in the catalog.</source>
        <translation>
            <numerusform>В каталоге изменено %n значение.</numerusform>
            <numerusform>В каталоге изменены %n значения.</numerusform>
            <numerusform>В каталоге изменено %n значений.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent to the servers next; the outbox shows them.</source>
        <translation>Теперь они отправятся на серверы; они видны в исходящих.</translation>
    </message>
    <message>
        <source>&amp;Undo the batch edit</source>
        <translation>Отменить из&amp;менение</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are as before the batch edit.</source>
        <translation>
            <numerusform>%n значение снова такое, как до группового изменения.</numerusform>
            <numerusform>%n значения снова такие, как до группового изменения.</numerusform>
            <numerusform>%n значений снова такие, как до группового изменения.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) stayed: somebody changed them since.</source>
        <translation>
            <numerusform>%n значение осталось: его успели изменить снова.</numerusform>
            <numerusform>%n значения остались: их успели изменить снова.</numerusform>
            <numerusform>%n значений остались: их успели изменить снова.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::BytePlot</name>
    <message>
        <source>Space over the coming year</source>
        <translation>Место в течение года</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a day, %2: a size</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Пока показывать нечего.</translation>
    </message>
    <message>
        <source>From %1 with %2 to %3 with %4.</source>
        <extracomment>%1 and %3: days, %2 and %4: sizes</extracomment>
        <translation>С %1 (%2) по %3 (%4).</translation>
    </message>
    <message>
        <source>The arrow keys go from day to day, Page Up and Page Down by months.</source>
        <translation>Стрелки переходят по дням, Page Up и Page Down — по месяцам.</translation>
    </message>
</context>
<context>
    <name>letopis::CertificateDialog</name>
    <message>
        <source>Certificate not trusted</source>
        <translation>Нет доверия сертификату</translation>
    </message>
    <message>
        <source>Is this really %1?</source>
        <translation>Это действительно %1?</translation>
    </message>
    <message>
        <source>Its certificate cannot be trusted as it is:</source>
        <translation>Его сертификату нельзя доверять как есть:</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Сервер:</translation>
    </message>
    <message>
        <source>Issued to:</source>
        <translation>Кому выдан:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Кем выдан:</translation>
    </message>
    <message>
        <source>Valid:</source>
        <translation>Действует:</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <translation>с %1 по %2</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256:</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for the fingerprint, by another way than this connection, and compare it. Whoever stands between you and the server could show you a certificate of their own, and read the shared secret.</source>
        <translation>Узнайте отпечаток у администратора сервера другим путём, не через это соединение, и сравните. Тот, кто встал между вами и сервером, мог бы показать свой сертификат и прочитать общий секрет.</translation>
    </message>
    <message>
        <source>An exception is for “%1” only, until %2. It is written to the journal and can be withdrawn on the Servers page.</source>
        <translation>Исключение действует только для «%1», до %2. Оно заносится в журнал, отозвать его можно на странице «Серверы».</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>&amp;Доверять этому сертификату</translation>
    </message>
    <message>
        <source>&amp;Do not trust</source>
        <translation>&amp;Не доверять</translation>
    </message>
</context>
<context>
    <name>letopis::CertificateListModel</name>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Удалена окончательно</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Освободится</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кем</translation>
    </message>
    <message>
        <source>A recording you cannot see</source>
        <translation>Запись, которую вы не видите</translation>
    </message>
</context>
<context>
    <name>letopis::ChangedCopies</name>
    <message>
        <source>%1 was changed since it was opened</source>
        <translation>%1: изменено после открытия</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were changed since they were opened</source>
        <translation>
            <numerusform>%n файл изменён после открытия</numerusform>
            <numerusform>%n файла изменены после открытия</numerusform>
            <numerusform>%n файлов изменены после открытия</numerusform>
        </translation>
    </message>
    <message>
        <source>Add as new version</source>
        <translation>Добавить как новую версию</translation>
    </message>
    <message>
        <source>Add as new versions</source>
        <translation>Добавить как новые версии</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Отбросить…</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Отбросить изменения</translation>
    </message>
    <message>
        <source>Discard what was changed in %1?</source>
        <translation>Отбросить изменения в %1?</translation>
    </message>
    <message numerus="yes">
        <source>Discard what was changed in %n file(s)?</source>
        <translation>
            <numerusform>Отбросить изменения в %n файле?</numerusform>
            <numerusform>Отбросить изменения в %n файлах?</numerusform>
            <numerusform>Отбросить изменения в %n файлах?</numerusform>
        </translation>
    </message>
    <message>
        <source>It is on this computer only and cannot be brought back.</source>
        <translation>Они есть только на этом компьютере, вернуть их будет нельзя.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
</context>
<context>
    <name>letopis::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Поиск команды</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Введите название команды</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
</context>
<context>
    <name>letopis::ConditionLines</name>
    <message>
        <source>&amp;Add condition</source>
        <translation>Добавить ус&amp;ловие</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Убрать это условие</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>Condition %1: field</source>
        <translation>Условие %1: поле</translation>
    </message>
    <message>
        <source>Condition %1: metadata key</source>
        <translation>Условие %1: ключ метаданных</translation>
    </message>
    <message>
        <source>Condition %1: how</source>
        <translation>Условие %1: как сравнивать</translation>
    </message>
    <message>
        <source>Condition %1: text</source>
        <translation>Условие %1: текст</translation>
    </message>
    <message>
        <source>Condition %1: number</source>
        <translation>Условие %1: число</translation>
    </message>
    <message>
        <source>Condition %1: state</source>
        <translation>Условие %1: состояние</translation>
    </message>
    <message>
        <source>Remove condition %1</source>
        <translation>Убрать условие %1</translation>
    </message>
</context>
<context>
    <name>letopis::ConnectionResults</name>
    <message>
        <source>BigBlueButton %1</source>
        <translation>BigBlueButton %1</translation>
    </message>
    <message>
        <source>Scalelite, in front of several BigBlueButton servers</source>
        <translation>Scalelite перед несколькими серверами BigBlueButton</translation>
    </message>
    <message>
        <source>API version %1</source>
        <translation>версия API %1</translation>
    </message>
    <message>
        <source>checksums: %1</source>
        <translation>контрольные суммы: %1</translation>
    </message>
    <message>
        <source>It answers, and the shared secret is right.</source>
        <translation>Отвечает, общий секрет верен.</translation>
    </message>
    <message>
        <source>Logged in; the data root is %1.</source>
        <translation>Вход выполнен; корень данных — %1.</translation>
    </message>
    <message>
        <source>The account cannot read where the events are: there will be no names of participants. On the server, add the account to the group of the recordings&apos; owner.</source>
        <translation>Учётная запись не может читать место, где лежат события: имён участников не будет. Добавьте её на сервере в группу владельца записей.</translation>
    </message>
    <message>
        <source>Not readable for this account: %1</source>
        <translation>Недоступно этой учётной записи: %1</translation>
    </message>
    <message>
        <source>Recordings (API)</source>
        <translation>Записи (API)</translation>
    </message>
    <message>
        <source>Participants (SSH)</source>
        <translation>Участники (SSH)</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Проверяется…</translation>
    </message>
    <message>
        <source>No SSH account: only the number of participants will be known.</source>
        <translation>Учётной записи SSH нет: будет известно только число участников.</translation>
    </message>
    <message>
        <source>Not tested.</source>
        <translation>Не проверялось.</translation>
    </message>
    <message>
        <source>Not tested, because the step before failed.</source>
        <translation>Не проверялось: предыдущий шаг не удался.</translation>
    </message>
    <message>
        <source>there is no SSH account</source>
        <translation>нет учётной записи SSH</translation>
    </message>
    <message>
        <source>the command is not installed there</source>
        <translation>команда там не установлена</translation>
    </message>
    <message>
        <source>sudo does not let the account run the command</source>
        <translation>sudo не разрешает учётной записи запускать команду</translation>
    </message>
    <message>
        <source>the account may only transfer files, not run commands</source>
        <translation>учётной записи можно только передавать файлы, но не запускать команды</translation>
    </message>
    <message>
        <source>the command is of another version than this program knows</source>
        <translation>команда другой версии, чем знает эта программа</translation>
    </message>
    <message>
        <source>a folder that it needs is missing there</source>
        <translation>там нет нужной ей папки</translation>
    </message>
    <message>
        <source>a folder there is only a link to elsewhere</source>
        <translation>папка там — лишь ссылка в другое место</translation>
    </message>
    <message>
        <source>the command&apos;s account may not write there</source>
        <translation>учётная запись команды не может туда писать</translation>
    </message>
    <message>
        <source>Deleted recordings can be brought back while their time in the trash lasts.</source>
        <translation>Удалённые записи можно вернуть, пока не истёк их срок в корзине.</translation>
    </message>
    <message>
        <source>In the trash recordings are only unpublished: %1.</source>
        <translation>В корзине записи лишь сняты с публикации: %1.</translation>
    </message>
    <message>
        <source>Deleting for good frees the server&apos;s disk.</source>
        <translation>Окончательное удаление освобождает диск сервера.</translation>
    </message>
    <message>
        <source>Deleting for good does not free the server&apos;s disk: %1.</source>
        <translation>Окончательное удаление не освобождает диск сервера: %1.</translation>
    </message>
    <message>
        <source>Deletion (SSH)</source>
        <translation>Удаление (SSH)</translation>
    </message>
    <message>
        <source>No SSH account: the server only moves the files of what is deleted.</source>
        <translation>Нет учётной записи SSH: файлы удалённого сервер только перемещает.</translation>
    </message>
</context>
<context>
    <name>letopis::ConnectionWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>Place in the wizard: &quot;Step 2 of 4&quot;</extracomment>
        <translation>Шаг %1 из %2</translation>
    </message>
    <message>
        <source>Connect a server</source>
        <translation>Подключение сервера</translation>
    </message>
</context>
<context>
    <name>letopis::CustomFieldsDialog</name>
    <message>
        <source>&amp;Archived: no longer offered, values stay</source>
        <translation>В &amp;архиве: больше не предлагается, значения остаются</translation>
    </message>
    <message>
        <source>Add a &amp;field</source>
        <translation>&amp;Добавить поле</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>В&amp;ыше</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Ниже</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Свои поля</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>One on each line</source>
        <translation>По одному в строке</translation>
    </message>
    <message>
        <source>How servers and the command line call the field. It stays for good.</source>
        <translation>Так поле называют серверы и командная строка. Изменить его потом нельзя.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>На&amp;звание:</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Ключ:</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>&amp;Тип:</translation>
    </message>
    <message>
        <source>&amp;Choices:</source>
        <translation>&amp;Варианты:</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>%1 (archived)</source>
        <translation>%1 (в архиве)</translation>
    </message>
    <message>
        <source>There is a field with this key already. Choose another key.</source>
        <translation>Поле с таким ключом уже есть. Выберите другой ключ.</translation>
    </message>
</context>
<context>
    <name>letopis::DateFilter</name>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Любая дата</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Этот год</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>С … по …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
</context>
<context>
    <name>letopis::DeleteNowDialog</name>
    <message>
        <source>Delete now</source>
        <translation>Удалить сейчас</translation>
    </message>
    <message>
        <source>What becomes of “%1”?</source>
        <translation>Что сделать с записью «%1»?</translation>
    </message>
    <message numerus="yes">
        <source>What becomes of %n recording(s)?</source>
        <translation>
            <numerusform>Что сделать с %n записью?</numerusform>
            <numerusform>Что сделать с %n записями?</numerusform>
            <numerusform>Что сделать с %n записями?</numerusform>
        </translation>
    </message>
    <message>
        <source>To the &amp;trash</source>
        <translation>В &amp;корзину</translation>
    </message>
    <message>
        <source>Only &amp;unpublish</source>
        <translation>Только снять с &amp;публикации</translation>
    </message>
    <message>
        <source>Delete for &amp;good</source>
        <translation>&amp;Удалить навсегда</translation>
    </message>
    <message>
        <source>&amp;Show what goes…</source>
        <translation>Показать, &amp;что уйдёт…</translation>
    </message>
</context>
<context>
    <name>letopis::DeletionActions</name>
    <message>
        <source>The plan is carried out: see it among the jobs.</source>
        <translation>План выполняется: он виден среди заданий.</translation>
    </message>
    <message>
        <source>The plan is confirmed and waits for another administrator&apos;s approval.</source>
        <translation>План подтверждён и ждёт одобрения другого администратора.</translation>
    </message>
    <message>
        <source>Show the &amp;plan</source>
        <translation>Показать пла&amp;н</translation>
    </message>
</context>
<context>
    <name>letopis::DeletionCalendar</name>
    <message>
        <source>Calendar of the coming year</source>
        <translation>Календарь на год</translation>
    </message>
    <message numerus="yes">
        <source>%1 unpublished</source>
        <translation>
            <numerusform>снимается с публикации: %1</numerusform>
            <numerusform>снимается с публикации: %1</numerusform>
            <numerusform>снимается с публикации: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to the trash, %2</source>
        <translation>
            <numerusform>в корзину: %1, %2</numerusform>
            <numerusform>в корзину: %1, %2</numerusform>
            <numerusform>в корзину: %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 deleted for good, %2 freed</source>
        <translation>
            <numerusform>удаляется навсегда: %1, освободится %2</numerusform>
            <numerusform>удаляется навсегда: %1, освободится %2</numerusform>
            <numerusform>удаляется навсегда: %1, освободится %2</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A month&apos;s name and its year</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) go to the trash within the year.</source>
        <translation>
            <numerusform>За год в корзину уйдёт %1 запись.</numerusform>
            <numerusform>За год в корзину уйдут %1 записи.</numerusform>
            <numerusform>За год в корзину уйдёт %1 записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>The arrow keys go from day to day, Enter shows a day in the list.</source>
        <translation>Стрелки переходят по дням, Enter показывает день в списке.</translation>
    </message>
</context>
<context>
    <name>letopis::DeletionCertificateDialog</name>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>Certificate of deletion</source>
        <translation>Акт об удалении</translation>
    </message>
    <message>
        <source>The journal&apos;s event that names it is no more in this catalog.</source>
        <translation>События журнала, которое называет этот акт, в каталоге больше нет.</translation>
    </message>
    <message>
        <source>Look into the file that the stretch of the journal was stored in.</source>
        <translation>Ищите его в файле, в который сохранена эта часть журнала.</translation>
    </message>
    <message>
        <source>The certificate is whole: it is what its event names.</source>
        <translation>Акт цел: это то, что называет его событие.</translation>
    </message>
    <message>
        <source>It is of another catalog. Only that catalog&apos;s journal, an extract of it or an anchor proves the event.</source>
        <translation>Он из другого каталога. Само событие доказывает только журнал того каталога, выписка из него или якорь.</translation>
    </message>
    <message>
        <source>The certificate is whole, but this catalog&apos;s journal names another event.</source>
        <translation>Акт цел, но журнал этого каталога называет другое событие.</translation>
    </message>
    <message>
        <source>Verify the journal: one of the two was changed.</source>
        <translation>Проверьте журнал: одно из двух изменено.</translation>
    </message>
    <message>
        <source>The certificate is whole, and this catalog&apos;s journal names it.</source>
        <translation>Акт цел, и журнал этого каталога его называет.</translation>
    </message>
    <message>
        <source>That nobody changed the journal itself is verified on the journal&apos;s page.</source>
        <translation>Что никто не менял сам журнал, проверяется на странице журнала.</translation>
    </message>
    <message>
        <source>Deletion of %1</source>
        <extracomment>A file&apos;s name; %1: a recording&apos;s title</extracomment>
        <translation>Удаление %1</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Сохранить акт</translation>
    </message>
    <message>
        <source>Certificates (*.json)</source>
        <translation>Акты (*.json)</translation>
    </message>
    <message>
        <source>The certificate was saved with the journal&apos;s event that names it.</source>
        <translation>Акт сохранён вместе с событием журнала, которое его называет.</translation>
    </message>
</context>
<context>
    <name>letopis::DeletionFields</name>
    <message>
        <source>Command for deletio&amp;n:</source>
        <translation>Коман&amp;да удаления:</translation>
    </message>
    <message>
        <source>BigBlueButton&apos;s own delete only moves files: they stay on the disk. This command, which the server&apos;s administrator installs once, brings recordings back from there and deletes them for good. Left empty, neither is possible.</source>
        <translation>Само удаление в BigBlueButton лишь перемещает файлы: они остаются на диске. Эта команда, которую администратор сервера устанавливает один раз, возвращает оттуда записи и удаляет их окончательно. Если поле пустое, ни то ни другое невозможно.</translation>
    </message>
    <message>
        <source>How to &amp;install it…</source>
        <translation>Как её ус&amp;тановить…</translation>
    </message>
</context>
<context>
    <name>letopis::DeletionRecipeDialog</name>
    <message>
        <source>Deletion on the server</source>
        <translation>Удаление на сервере</translation>
    </message>
    <message>
        <source>The data root “%1” is no path that a script should hold. Correct it in the form first.</source>
        <translation>Корень данных «%1» — не тот путь, который можно вписать в сценарий. Сначала исправьте его в форме.</translation>
    </message>
    <message>
        <source>1. On the server, as root, put this script into /usr/local/sbin/letopis-recordings, with owner root and mode 0755.</source>
        <translation>1. На сервере от имени root положите этот сценарий в /usr/local/sbin/letopis-recordings, владелец root, права 0755.</translation>
    </message>
    <message>
        <source>2. Let the account run it, and nothing else: write this into /etc/sudoers.d/letopis with “visudo -f”, with the account&apos;s name.</source>
        <translation>2. Разрешите учётной записи запускать его и ничего больше: впишите это в /etc/sudoers.d/letopis командой «visudo -f», указав имя учётной записи.</translation>
    </message>
    <message>
        <source>2. Let the account “%1” run it, and nothing else: write this into /etc/sudoers.d/letopis with “visudo -f”.</source>
        <translation>2. Разрешите учётной записи «%1» запускать его и ничего больше: впишите это в /etc/sudoers.d/letopis командой «visudo -f».</translation>
    </message>
    <message>
        <source>3. Then test the connection: it tells whether recordings can be brought back and deleted for good.</source>
        <translation>3. Затем проверьте подключение: оно покажет, можно ли возвращать записи и удалять их окончательно.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Copy the script</source>
        <translation>&amp;Копировать сценарий</translation>
    </message>
    <message>
        <source>C&amp;opy the line</source>
        <translation>Копировать &amp;строку</translation>
    </message>
    <message>
        <source>&amp;Save the script…</source>
        <translation>Сохранить сце&amp;нарий…</translation>
    </message>
    <message>
        <source>S&amp;ave the line…</source>
        <translation>Сохранить с&amp;троку…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Скопировано.</translation>
    </message>
    <message>
        <source>Save for the server</source>
        <translation>Сохранить для сервера</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Сохранено в %1</translation>
    </message>
</context>
<context>
    <name>letopis::DetailsPane</name>
    <message>
        <source>No recording selected</source>
        <translation>Запись не выбрана</translation>
    </message>
    <message>
        <source>Select one in the table to see what is known about it.</source>
        <translation>Выберите её в таблице, чтобы увидеть, что о ней известно.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Formats</source>
        <extracomment>Tab: playback formats and their files</extracomment>
        <translation>Форматы</translation>
    </message>
    <message>
        <source>Metadata</source>
        <extracomment>Tab: what the server tells about the recording</extracomment>
        <translation>Метаданные</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ход встречи</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Пов&amp;торить</translation>
    </message>
    <message>
        <source>Information</source>
        <extracomment>Tab: title, description, tags, to edit</extracomment>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Materials</source>
        <extracomment>Tab: files that people added</extracomment>
        <translation>Материалы</translation>
    </message>
    <message>
        <source>Auto-deletion</source>
        <extracomment>Tab: when the recording goes, and why</extracomment>
        <translation>Автоудаление</translation>
    </message>
</context>
<context>
    <name>letopis::DialogDrafts</name>
    <message>
        <source>Not saved since %1: “%2”</source>
        <translation>Не сохранено с %1: «%2»</translation>
    </message>
    <message>
        <source>Not saved: “%1”</source>
        <translation>Не сохранено: «%1»</translation>
    </message>
    <message>
        <source>Conti&amp;nue editing</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Typed on %1 and not saved.</source>
        <translation>Набрано %1 и не сохранено.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Ещё не сохранено.</translation>
    </message>
    <message>
        <source>Changed by somebody else meanwhile: %1.</source>
        <translation>Тем временем кто-то другой изменил: %1.</translation>
    </message>
</context>
<context>
    <name>letopis::DraftFields</name>
    <message>
        <source>Fill this in.</source>
        <translation>Заполните это поле.</translation>
    </message>
    <message>
        <source>This is no web address. Example: https://bbb.example.org/bigbluebutton/</source>
        <translation>Это не веб-адрес. Пример: https://bbb.example.org/bigbluebutton/</translation>
    </message>
    <message>
        <source>An http:// address would send everything unencrypted. Use https://.</source>
        <translation>По адресу http:// всё передавалось бы открыто. Используйте https://.</translation>
    </message>
    <message>
        <source>The secret has no spaces or line breaks inside.</source>
        <translation>Внутри секрета нет пробелов и переносов строки.</translation>
    </message>
    <message>
        <source>Write it as user@host or user@host:port.</source>
        <translation>Запишите как user@host или user@host:port.</translation>
    </message>
    <message>
        <source>Write the whole path, beginning with /.</source>
        <translation>Укажите полный путь, начиная с /.</translation>
    </message>
    <message>
        <source>There is no such file, or it cannot be read.</source>
        <translation>Такого файла нет, или его нельзя прочитать.</translation>
    </message>
    <message>
        <source>There is no PEM certificate in this file.</source>
        <translation>В этом файле нет сертификата PEM.</translation>
    </message>
    <message>
        <source>Leave empty to keep the present one</source>
        <translation>Пусто — оставить прежний</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>At most 16 words of letters, digits and . _ / : = , @ % + - : a shell on the server could take anything else for something else.</source>
        <translation>Не больше 16 слов из букв, цифр и знаков . _ / : = , @ % + - : прочее оболочка на сервере может понять по-своему.</translation>
    </message>
</context>
<context>
    <name>letopis::DraftSummary</name>
    <message numerus="yes">
        <source>Not applied: %n recording(s)</source>
        <extracomment>Recordings with something typed and not applied; it is kept when Letopis is closed</extracomment>
        <translation>
            <numerusform>Не применено: %n запись</numerusform>
            <numerusform>Не применено: %n записи</numerusform>
            <numerusform>Не применено: %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>What you typed is kept until you apply or discard it, also when Letopis is closed. The oldest is from %1. Click to go to it.</source>
        <translation>Набранное хранится, пока вы не примените или не отмените его, в том числе когда Летопись закрыта. Самое давнее — от %1. Нажмите, чтобы перейти к нему.</translation>
    </message>
</context>
<context>
    <name>letopis::EditingActions</name>
    <message>
        <source>Changes are not applied</source>
        <translation>Изменения не применены</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) have changes that are not applied. Quit Letopis?</source>
        <translation>
            <numerusform>У %n записи есть неприменённые изменения. Закрыть Летопись?</numerusform>
            <numerusform>У %n записей есть неприменённые изменения. Закрыть Летопись?</numerusform>
            <numerusform>У %n записей есть неприменённые изменения. Закрыть Летопись?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Apply and quit</source>
        <translation>&amp;Применить и закрыть</translation>
    </message>
    <message>
        <source>&amp;Discard and quit</source>
        <translation>&amp;Сбросить и закрыть</translation>
    </message>
    <message>
        <source>Not everything could be applied.</source>
        <translation>Не всё удалось применить.</translation>
    </message>
    <message>
        <source>Look through the fields with a problem and apply again.</source>
        <translation>Проверьте поля с ошибками и примените снова.</translation>
    </message>
    <message>
        <source>What you typed could not be kept for the next start: without applying, it is lost.</source>
        <translation>Набранное не удалось сохранить до следующего запуска: если не применить, оно пропадёт.</translation>
    </message>
</context>
<context>
    <name>letopis::ExplanationDialog</name>
    <message>
        <source>Why can I see this?</source>
        <translation>Почему я это вижу?</translation>
    </message>
    <message>
        <source>Why can somebody see this?</source>
        <translation>Почему это видно?</translation>
    </message>
    <message>
        <source>Choose a person. In a group its members are a step to the right.</source>
        <translation>Выберите человека. Участники группы открываются стрелкой вправо.</translation>
    </message>
    <message>
        <source>What they can &amp;see</source>
        <translation>Что &amp;этот человек видит</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
</context>
<context>
    <name>letopis::ExplanationView</name>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>%1 and “%2”</source>
        <extracomment>%1: a person, %2: a recording or a folder</extracomment>
        <translation>%1 и «%2»</translation>
    </message>
</context>
<context>
    <name>letopis::ExternalIdFields</name>
    <message>
        <source>Add an &amp;ID</source>
        <translation>Добавить &amp;ID</translation>
    </message>
    <message>
        <source>There is no server yet whose IDs could be given.</source>
        <translation>Пока нет сервера, идентификаторы которого можно указать.</translation>
    </message>
    <message>
        <source>The user&apos;s ID at Moodle, Greenlight or another front end of a server</source>
        <translation>Идентификатор пользователя в Moodle, Greenlight или другой системе, через которую входят на сервер</translation>
    </message>
    <message>
        <source>Server of the ID</source>
        <translation>Сервер идентификатора</translation>
    </message>
    <message>
        <source>A removed server</source>
        <translation>Удалённый сервер</translation>
    </message>
    <message>
        <source>ID at the server</source>
        <translation>Идентификатор на сервере</translation>
    </message>
    <message>
        <source>Remove this ID</source>
        <translation>Убрать этот идентификатор</translation>
    </message>
</context>
<context>
    <name>letopis::FieldHistoryModel</name>
    <message>
        <source>(empty)</source>
        <extracomment>A field had no value</extracomment>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
</context>
<context>
    <name>letopis::FieldInput</name>
    <message>
        <source>Separated by commas</source>
        <translation>Через запятую</translation>
    </message>
    <message>
        <source>Not set</source>
        <extracomment>Nothing is chosen in a field with choices</extracomment>
        <translation>Не задано</translation>
    </message>
    <message>
        <source>Set</source>
        <extracomment>%1 is what another program wrote into a field for a date</extracomment>
        <translation>Задана</translation>
    </message>
    <message>
        <source>Set (now “%1”, which is no date)</source>
        <translation>Задать (сейчас «%1», это не дата)</translation>
    </message>
</context>
<context>
    <name>letopis::FilingRuleDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>В&amp;ыбрать…</translation>
    </message>
    <message>
        <source>&amp;Add condition</source>
        <translation>&amp;Добавить условие</translation>
    </message>
    <message>
        <source>New filing rule</source>
        <translation>Новое правило раскладки</translation>
    </message>
    <message>
        <source>Filing rule</source>
        <translation>Правило раскладки</translation>
    </message>
    <message>
        <source>Any server</source>
        <translation>Любой сервер</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Сервер:</translation>
    </message>
    <message>
        <source>All of these hold:</source>
        <translation>Выполнены все условия:</translation>
    </message>
    <message>
        <source>Goes into:</source>
        <translation>Попадает в:</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>Добавить &amp;правило</translation>
    </message>
    <message>
        <source>Change &amp;rule</source>
        <translation>Изменить &amp;правило</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Убрать это условие</translation>
    </message>
    <message>
        <source>Condition %1: field</source>
        <translation>Условие %1: поле</translation>
    </message>
    <message>
        <source>Condition %1: metadata key</source>
        <translation>Условие %1: ключ метаданных</translation>
    </message>
    <message>
        <source>Condition %1: how</source>
        <translation>Условие %1: сравнение</translation>
    </message>
    <message>
        <source>Condition %1: text</source>
        <translation>Условие %1: текст</translation>
    </message>
    <message>
        <source>Remove condition %1</source>
        <translation>Убрать условие %1</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Попадает в</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>В&amp;ыбрать</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Папка ещё не выбрана</translation>
    </message>
    <message>
        <source>Without a condition the rule takes every recording.</source>
        <translation>Без условий правило забирает каждую запись.</translation>
    </message>
    <message>
        <source>Server number %1</source>
        <translation>Сервер № %1</translation>
    </message>
</context>
<context>
    <name>letopis::FilingRulesDialog</name>
    <message>
        <source>Filing rules</source>
        <translation>Правила раскладки</translation>
    </message>
    <message>
        <source>A new recording goes into the folder of the first rule that fits, or stays in Shared. Recordings that are here already move only when the rules are applied to the Shared folder.</source>
        <translation>Новая запись попадает в папку первого подходящего правила или остаётся в общей папке. Прежние записи переместятся, только если применить правила к общей папке.</translation>
    </message>
    <message>
        <source>Filing rules, the first that fits counts</source>
        <translation>Правила раскладки: действует первое подходящее</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Добавить…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Изменить…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>В&amp;ыше</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Ниже</translation>
    </message>
    <message>
        <source>&amp;Save rules</source>
        <translation>&amp;Сохранить правила</translation>
    </message>
    <message>
        <source>A&amp;pply to Shared now…</source>
        <translation>При&amp;менить к общей папке…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Попадает в</translation>
    </message>
    <message>
        <source>Takes now</source>
        <translation>Заберёт сейчас</translation>
    </message>
    <message>
        <source>Recordings of the Shared folder that the rule would take now</source>
        <translation>Записи общей папки, которые правило забрало бы сейчас</translation>
    </message>
    <message>
        <source>Read them a&amp;gain</source>
        <translation>Прочитать &amp;заново</translation>
    </message>
    <message>
        <source>Apply the rules</source>
        <translation>Применить правила</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) of the Shared folder go into the folders of these rules.</source>
        <translation>
            <numerusform>%n запись общей папки попадёт в папки этих правил.</numerusform>
            <numerusform>%n записи общей папки попадут в папки этих правил.</numerusform>
            <numerusform>%n записей общей папки попадут в папки этих правил.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your changes of the rules are saved first.</source>
        <translation>Сначала сохранятся изменения правил.</translation>
    </message>
    <message>
        <source>&amp;Save and file</source>
        <translation>&amp;Сохранить и разложить</translation>
    </message>
    <message>
        <source>&amp;File them</source>
        <translation>&amp;Разложить</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) filed.</source>
        <translation>
            <numerusform>Разложена %n запись.</numerusform>
            <numerusform>Разложены %n записи.</numerusform>
            <numerusform>Разложено %n записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>No recording of the Shared folder fits a rule.</source>
        <translation>Ни одна запись общей папки не подходит под правила.</translation>
    </message>
    <message>
        <source>The rules are changed and not saved.</source>
        <translation>Правила изменены и не сохранены.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Отказаться</translation>
    </message>
    <message>
        <source>Nobody gains or loses access by it.</source>
        <translation>Доступ при этом никто не получит и не потеряет.</translation>
    </message>
    <message numerus="yes">
        <source>File %n recording(s) by the rules</source>
        <translation>
            <numerusform>Разложить %n запись по правилам</numerusform>
            <numerusform>Разложить %n записи по правилам</numerusform>
            <numerusform>Разложить %n записей по правилам</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::FilterBar</name>
    <message>
        <source>Any state</source>
        <translation>Любое состояние</translation>
    </message>
    <message>
        <source>Any format</source>
        <translation>Любой формат</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Сбросить отборы</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Все серверы</translation>
    </message>
    <message>
        <source>Visible to %1</source>
        <translation>Что видит %1</translation>
    </message>
    <message>
        <source>Only what %1 can see. Show everything</source>
        <translation>Только то, что видит %1. Показать всё</translation>
    </message>
</context>
<context>
    <name>letopis::FolderActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
</context>
<context>
    <name>letopis::FolderCommands</name>
    <message>
        <source>The folder is there already.</source>
        <translation>Папка уже там.</translation>
    </message>
    <message>
        <source>A folder cannot go into itself.</source>
        <translation>Папку нельзя вложить в саму себя.</translation>
    </message>
    <message>
        <source>Move folder</source>
        <translation>Перемещение папки</translation>
    </message>
    <message>
        <source>Move “%1” with everything in it to:</source>
        <translation>Переместить «%1» со всем содержимым в:</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Переместить</translation>
    </message>
    <message>
        <source>Move “%1” into “%2”</source>
        <translation>Перемещение «%1» в «%2»</translation>
    </message>
    <message>
        <source>The folder “%1” is in “%2” now.</source>
        <translation>Папка «%1» теперь в «%2».</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>Удаление папки</translation>
    </message>
    <message>
        <source>Remove the empty folder “%1”?</source>
        <translation>Удалить пустую папку «%1»?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n папка</numerusform>
            <numerusform>%n папки</numerusform>
            <numerusform>%n папок</numerusform>
        </translation>
    </message>
    <message>
        <source>This goes with the folder.</source>
        <translation>Вместе с папкой исчезнет это.</translation>
    </message>
    <message>
        <source>“%1” is removed. What is in it (%2) moves to:</source>
        <extracomment>%1: a folder; %2: &quot;12 recordings, 3 folders&quot;</extracomment>
        <translation>«%1» удаляется. Её содержимое (%2) перейдёт в:</translation>
    </message>
    <message>
        <source>Move and &amp;remove</source>
        <translation>Переместить и &amp;удалить</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Удаление «%1»</translation>
    </message>
    <message>
        <source>The folder “%1” is removed.</source>
        <translation>Папка «%1» удалена.</translation>
    </message>
    <message numerus="yes">
        <source>Move %n recording(s) to:</source>
        <translation>
            <numerusform>Переместить %n запись в:</numerusform>
            <numerusform>Переместить %n записи в:</numerusform>
            <numerusform>Переместить %n записей в:</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Перемещение в папку</translation>
    </message>
    <message>
        <source>Already in “%1”.</source>
        <translation>Уже в «%1».</translation>
    </message>
    <message numerus="yes">
        <source>Move %n recording(s) into “%1”</source>
        <translation>
            <numerusform>Перемещение %n записи в «%1»</numerusform>
            <numerusform>Перемещение %n записей в «%1»</numerusform>
            <numerusform>Перемещение %n записей в «%1»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) moved into “%1”.</source>
        <translation>
            <numerusform>%n запись перемещена в «%1».</numerusform>
            <numerusform>%n записи перемещены в «%1».</numerusform>
            <numerusform>%n записей перемещено в «%1».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) moved back.</source>
        <translation>
            <numerusform>%n запись возвращена.</numerusform>
            <numerusform>%n записи возвращены.</numerusform>
            <numerusform>%n записей возвращено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) filed by the rules.</source>
        <translation>
            <numerusform>По правилам разложена %n запись.</numerusform>
            <numerusform>По правилам разложены %n записи.</numerusform>
            <numerusform>По правилам разложено %n записей.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::FolderDialog</name>
    <message>
        <source>Search folders…</source>
        <translation>Поиск папок…</translation>
    </message>
    <message>
        <source>Search folders</source>
        <translation>Поиск папок</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
</context>
<context>
    <name>letopis::FolderNameDialog</name>
    <message>
        <source>Rename folder</source>
        <translation>Переименование папки</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Новая папка</translation>
    </message>
    <message>
        <source>In:</source>
        <translation>В папке:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Имя:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Переименовать</translation>
    </message>
    <message>
        <source>&amp;Create folder</source>
        <translation>&amp;Создать папку</translation>
    </message>
</context>
<context>
    <name>letopis::FolderPane</name>
    <message>
        <source>&amp;New folder…</source>
        <translation>&amp;Новая папка…</translation>
    </message>
    <message>
        <source>Make a folder in the selected one</source>
        <translation>Создать папку в выбранной</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Переименовать…</translation>
    </message>
    <message>
        <source>Give the selected folder another name</source>
        <translation>Дать выбранной папке другое имя</translation>
    </message>
    <message>
        <source>&amp;Move to…</source>
        <translation>П&amp;ереместить в…</translation>
    </message>
    <message>
        <source>Move the selected folder into another one</source>
        <translation>Переместить выбранную папку в другую</translation>
    </message>
    <message>
        <source>Rem&amp;ove…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>Remove the selected folder; its content moves to another one</source>
        <translation>Удалить выбранную папку; её содержимое перейдёт в другую</translation>
    </message>
    <message>
        <source>&amp;Access…</source>
        <translation>&amp;Доступ…</translation>
    </message>
    <message>
        <source>See and change who may do what with what is in the folder</source>
        <translation>Увидеть и изменить, кому что можно с содержимым папки</translation>
    </message>
    <message>
        <source>With &amp;folders below</source>
        <translation>С в&amp;ложенными папками</translation>
    </message>
    <message>
        <source>Show and count what is in the folders below, too</source>
        <translation>Показывать и считать и то, что во вложенных папках</translation>
    </message>
    <message>
        <source>Choose the folder that the new one goes into</source>
        <translation>Выберите папку, в которой будет новая</translation>
    </message>
</context>
<context>
    <name>letopis::FolderTree</name>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
</context>
<context>
    <name>letopis::FolderTreeModel</name>
    <message>
        <source>All recordings</source>
        <translation>Все записи</translation>
    </message>
    <message>
        <source>Belongs to %1</source>
        <translation>Принадлежит: %1</translation>
    </message>
    <message>
        <source>Not opened to you; something below is</source>
        <translation>Вам не открыта; открыто что-то внутри</translation>
    </message>
    <message>
        <source>%1 here, %2 with the folders below</source>
        <translation>%1 здесь, %2 с вложенными папками</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>folder, count of recordings</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записи</translation>
    </message>
</context>
<context>
    <name>letopis::ForecastDialog</name>
    <message>
        <source>Save the &amp;list…</source>
        <translation>Сохранить сп&amp;исок…</translation>
    </message>
    <message>
        <source>Finding out what would go…</source>
        <translation>Подсчёт того, что удалится…</translation>
    </message>
    <message>
        <source>What would go</source>
        <translation>Что удалится</translation>
    </message>
    <message>
        <source>The soonest first</source>
        <translation>Сначала ближайшие</translation>
    </message>
    <message>
        <source>The largest first</source>
        <translation>Сначала самые большие</translation>
    </message>
    <message>
        <source>The last viewed first</source>
        <translation>Сначала недавно просмотренные</translation>
    </message>
    <message>
        <source>&amp;Order:</source>
        <translation>По&amp;рядок:</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) would go earlier than now, or at all.</source>
        <translation>
            <numerusform>Раньше, чем теперь, или вообще удалится %1 запись.</numerusform>
            <numerusform>Раньше, чем теперь, или вообще удалятся %1 записи.</numerusform>
            <numerusform>Раньше, чем теперь, или вообще удалятся %1 записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Сохранить список</translation>
    </message>
    <message>
        <source>auto-deletion.csv</source>
        <translation>автоудаление.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>The list was saved.</source>
        <translation>Список сохранён.</translation>
    </message>
    <message>
        <source>Type the number of recordings, %1, to &amp;confirm:</source>
        <translation>Для по&amp;дтверждения введите число записей — %1:</translation>
    </message>
    <message>
        <source>Type the number of recordings, %1, to confirm</source>
        <translation>Для подтверждения введите число записей — %1</translation>
    </message>
    <message>
        <source>That is another number.</source>
        <translation>Это другое число.</translation>
    </message>
    <message>
        <source>What would go changed meanwhile.</source>
        <translation>Пока вы смотрели, список изменился.</translation>
    </message>
    <message>
        <source>Look at it again, then type the new number.</source>
        <translation>Посмотрите его снова и введите новое число.</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
</context>
<context>
    <name>letopis::ForecastListModel</name>
    <message>
        <source>A recording you cannot see</source>
        <translation>Запись, которую вы не видите</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Запрет</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>A hold keeps it.</source>
        <translation>Удаление запрещено.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Удалится</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Last viewed</source>
        <translation>Последний просмотр</translation>
    </message>
</context>
<context>
    <name>letopis::FormatsTab</name>
    <message>
        <source>Plays the cameras and the sound, without slides.</source>
        <translation>Показывает камеры и звук, без слайдов.</translation>
    </message>
    <message>
        <source>The server offers no playback of this recording.</source>
        <translation>Сервер не предлагает воспроизведение этой записи.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>Воспроизвести: %1</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Скачать…</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>Скачать: %1</translation>
    </message>
    <message>
        <source>Letopis cannot play or download this format yet.</source>
        <translation>Летопись пока не умеет воспроизводить и скачивать этот формат.</translation>
    </message>
</context>
<context>
    <name>letopis::GapList</name>
    <message>
        <source>Attended, cannot watch</source>
        <translation>Участвовали, но не видят запись</translation>
    </message>
    <message>
        <source>Can watch, did not attend</source>
        <translation>Видят запись, но не участвовали</translation>
    </message>
    <message>
        <source>Everybody who attended can watch</source>
        <translation>Запись видят все, кто участвовал</translation>
    </message>
    <message>
        <source>So far as they are known to Letopis.</source>
        <translation>Насколько они известны Летописи.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никого</translation>
    </message>
    <message>
        <source>Whoever can watch was there.</source>
        <translation>Все, кто видит запись, участвовали во встрече.</translation>
    </message>
    <message>
        <source>Permission to give</source>
        <translation>Какое разрешение дать</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 by name.</source>
        <translation>Только первые %1 из %2 по имени.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Give access to %n people…</source>
        <translation>
            <numerusform>&amp;Открыть доступ %n человеку…</numerusform>
            <numerusform>&amp;Открыть доступ %n людям…</numerusform>
            <numerusform>&amp;Открыть доступ %n людям…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Give access…</source>
        <translation>&amp;Открыть доступ…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change access of %n people…</source>
        <translation>
            <numerusform>&amp;Изменить доступ %n человека…</numerusform>
            <numerusform>&amp;Изменить доступ %n человек…</numerusform>
            <numerusform>&amp;Изменить доступ %n человек…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Change access…</source>
        <translation>&amp;Изменить доступ…</translation>
    </message>
</context>
<context>
    <name>letopis::GapListModel</name>
    <message>
        <source>A contact: access waits until they have a login</source>
        <translation>Контакт: доступ подождёт, пока не появится логин</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
</context>
<context>
    <name>letopis::GroupNameDialog</name>
    <message>
        <source>Rename group</source>
        <translation>Переименовать группу</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Новая группа</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Переименовать</translation>
    </message>
    <message>
        <source>&amp;Create group</source>
        <translation>&amp;Создать группу</translation>
    </message>
    <message>
        <source>There is a group of this name already.</source>
        <translation>Группа с таким названием уже есть.</translation>
    </message>
    <message>
        <source>A group&apos;s name has at most %1 characters, none of them invisible.</source>
        <translation>В названии группы не больше %1 символов, и все они видимые.</translation>
    </message>
</context>
<context>
    <name>letopis::HoldDialog</name>
    <message>
        <source>Hold</source>
        <translation>Запрет удаления</translation>
    </message>
    <message>
        <source>Hold “%1”: while it is held nothing deletes it, neither a policy nor anybody by hand.</source>
        <translation>Запретить удаление записи «%1»: пока запрет действует, её не удалит ни правило, ни человек.</translation>
    </message>
    <message numerus="yes">
        <source>Hold these %n recordings: while they are held nothing deletes them, neither a policy nor anybody by hand.</source>
        <translation>
            <numerusform>Запретить удаление %n записи: пока запрет действует, её не удалит ни правило, ни человек.</numerusform>
            <numerusform>Запретить удаление %n записей: пока запрет действует, их не удалит ни правило, ни человек.</numerusform>
            <numerusform>Запретить удаление %n записей: пока запрет действует, их не удалит ни правило, ни человек.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who set the hold and why stays in the journal.</source>
        <translation>Кто и почему запретил, останется в журнале.</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Причина:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Запретить удаление</translation>
    </message>
    <message>
        <source>The reason is too long.</source>
        <translation>Причина слишком длинная.</translation>
    </message>
</context>
<context>
    <name>letopis::HoldList</name>
    <message>
        <source>Holds</source>
        <translation>Запреты удаления</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Кто запретил</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>Снят&amp;ь…</translation>
    </message>
    <message>
        <source>G&amp;o to recording</source>
        <translation>Перейти &amp;к записи</translation>
    </message>
    <message>
        <source>The newest %1 are shown.</source>
        <translation>Показаны последние: %1.</translation>
    </message>
    <message>
        <source>A recording you cannot see</source>
        <translation>Запись, которую вы не видите</translation>
    </message>
    <message>
        <source>Nothing is held. A hold is set in a recording&apos;s details: while it is in force, nothing deletes the recording.</source>
        <translation>Запретов нет. Запрет ставят в подробностях записи: пока он действует, её ничто не удалит.</translation>
    </message>
    <message>
        <source>The hold is released.</source>
        <translation>Запрет снят.</translation>
    </message>
</context>
<context>
    <name>letopis::HoldersDialog</name>
    <message>
        <source>Who can see this</source>
        <translation>Кто это видит</translation>
    </message>
    <message>
        <source>Name or login</source>
        <translation>Имя или логин</translation>
    </message>
    <message>
        <source>Search who can see this</source>
        <translation>Искать среди тех, кто это видит</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>What they can &amp;see</source>
        <translation>Что &amp;этот человек видит</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Choose a person.</source>
        <translation>Выберите человека.</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>The recording is public: anyone can watch it.</source>
        <translation>Запись публичная: её может смотреть любой.</translation>
    </message>
    <message>
        <source>Below are those who were given something besides.</source>
        <translation>Ниже — те, кому сверх того что-то открыто.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Никто не найден</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никого</translation>
    </message>
    <message>
        <source>Each word must be part of the name or the login.</source>
        <translation>Каждое слово должно входить в имя или логин.</translation>
    </message>
    <message>
        <source>Nobody was given anything here.</source>
        <translation>Здесь никому ничего не открыто.</translation>
    </message>
</context>
<context>
    <name>letopis::HoldersModel</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Благодаря чему</translation>
    </message>
</context>
<context>
    <name>letopis::HostKeyDialog</name>
    <message>
        <source>Unknown SSH server</source>
        <translation>Неизвестный SSH-сервер</translation>
    </message>
    <message>
        <source>Is this really %1?</source>
        <translation>Это действительно %1?</translation>
    </message>
    <message>
        <source>This computer has not met this SSH server before. Compare its key with the one that the server&apos;s administrator tells you.</source>
        <translation>Этот компьютер ещё не встречал этот SSH-сервер. Сверьте его ключ с тем, что назовёт администратор сервера.</translation>
    </message>
    <message>
        <source>The SSH server&apos;s key has changed</source>
        <translation>Ключ SSH-сервера изменился</translation>
    </message>
    <message>
        <source>Stop: %1 shows another key than before</source>
        <translation>Стоп: %1 показывает не тот ключ, что раньше</translation>
    </message>
    <message>
        <source>There are two explanations:
• the server was set up anew, or its key was replaced;
• somebody stands between you and the server and wants your password and files.</source>
        <translation>Объяснений два:
• сервер установили заново или заменили его ключ;
• кто-то встал между вами и сервером и хочет получить ваш пароль и файлы.</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Сервер:</translation>
    </message>
    <message>
        <source>Key&apos;s type:</source>
        <translation>Тип ключа:</translation>
    </message>
    <message>
        <source>Fingerprint:</source>
        <translation>Отпечаток:</translation>
    </message>
    <message>
        <source>Recorded in:</source>
        <translation>Файл ключей:</translation>
    </message>
    <message>
        <source>&amp;Record this key and go on</source>
        <translation>&amp;Записать этот ключ и продолжить</translation>
    </message>
    <message>
        <source>&amp;Do not trust</source>
        <translation>&amp;Не доверять</translation>
    </message>
    <message>
        <source>Letopis does not connect. Ask the server&apos;s administrator. If the key was really replaced, remove the old one from the file yourself, and check the connection again:
%1</source>
        <translation>Летопись не подключается. Спросите администратора сервера. Если ключ действительно заменили, удалите старый из файла сами и проверьте подключение снова:
%1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Paste the fingerprint you were told</source>
        <translation>Вставьте отпечаток, который вам назвали</translation>
    </message>
    <message>
        <source>Co&amp;mpare with:</source>
        <translation>С&amp;равнить с:</translation>
    </message>
    <message>
        <source>✓ The same key.</source>
        <translation>✓ Тот же ключ.</translation>
    </message>
    <message>
        <source>✗ Another key. Do not trust this server.</source>
        <translation>✗ Другой ключ. Не доверяйте этому серверу.</translation>
    </message>
</context>
<context>
    <name>letopis::InformationConflict</name>
    <message>
        <source>Conflict: %1</source>
        <translation>Конфликт: %1</translation>
    </message>
    <message>
        <source>This field was changed here and on the server. Which value stays? The other one remains in the field&apos;s history.</source>
        <translation>Это поле изменили и здесь, и на сервере. Какое значение оставить? Другое сохранится в истории поля.</translation>
    </message>
    <message>
        <source>&amp;Here:</source>
        <translation>&amp;Здесь:</translation>
    </message>
    <message>
        <source>&amp;Here, by %1, %2:</source>
        <translation>&amp;Здесь: %1, %2</translation>
    </message>
    <message>
        <source>On the &amp;server:</source>
        <translation>На &amp;сервере:</translation>
    </message>
    <message>
        <source>Before &amp;both changes:</source>
        <translation>&amp;До обоих изменений:</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>&amp;Keep the value here</source>
        <translation>&amp;Оставить здешнее</translation>
    </message>
    <message>
        <source>&amp;Take the server&apos;s value</source>
        <translation>&amp;Взять с сервера</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>The server&apos;s value has changed since you looked: nothing was decided, and this is the new one.</source>
        <translation>Значение на сервере за это время изменилось: решение не принято, ниже — новое значение.</translation>
    </message>
</context>
<context>
    <name>letopis::InformationField</name>
    <message>
        <source>Decide…</source>
        <translation>Решить…</translation>
    </message>
    <message>
        <source>Decide: %1</source>
        <translation>Решить: %1</translation>
    </message>
    <message>
        <source>History and earlier values</source>
        <translation>История и прежние значения</translation>
    </message>
    <message>
        <source>History: %1</source>
        <translation>История: %1</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;История…</translation>
    </message>
    <message>
        <source>&amp;Restore the server&apos;s value</source>
        <translation>&amp;Вернуть значение сервера</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Описание:</translation>
    </message>
    <message>
        <source>T&amp;ags:</source>
        <translation>&amp;Метки:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>&amp;Owner:</source>
        <translation>В&amp;ладелец:</translation>
    </message>
    <message>
        <source>Changed by somebody else meanwhile, to “%1”. Applying writes yours over it.</source>
        <translation>Тем временем другой человек изменил значение на «%1». Если применить, вместо него будет записано ваше.</translation>
    </message>
    <message>
        <source>Changed, not applied yet.</source>
        <translation>Изменено, ещё не применено.</translation>
    </message>
</context>
<context>
    <name>letopis::InformationForm</name>
    <message>
        <source>Dis&amp;card</source>
        <translation>С&amp;бросить</translation>
    </message>
    <message>
        <source>A&amp;pply</source>
        <translation>Пр&amp;именить</translation>
    </message>
    <message>
        <source>Apply (%1)</source>
        <translation>Применить (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>Изменено %n поле</numerusform>
            <numerusform>Изменено %n поля</numerusform>
            <numerusform>Изменено %n полей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::InformationHistory</name>
    <message>
        <source>History: %1</source>
        <translation>История: %1</translation>
    </message>
    <message>
        <source>Never changed</source>
        <translation>Не менялось</translation>
    </message>
    <message>
        <source>Nobody has changed this field since it is in the catalog.</source>
        <translation>С тех пор как запись в каталоге, это поле никто не менял.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Restore the value &amp;before</source>
        <translation>Вернуть, как &amp;было</translation>
    </message>
    <message>
        <source>Restore the value &amp;after</source>
        <translation>Вернуть, как &amp;стало</translation>
    </message>
</context>
<context>
    <name>letopis::InformationPresenter</name>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Not applied since %1: what you typed then is here.</source>
        <translation>Не применено с %1: набранное тогда сохранилось.</translation>
    </message>
    <message numerus="yes">
        <source>%n of these field(s) were changed by somebody else meanwhile; see there.</source>
        <translation>
            <numerusform>%n из этих полей тем временем изменил кто-то другой; это отмечено рядом с ним.</numerusform>
            <numerusform>%n из этих полей тем временем изменил кто-то другой; это отмечено рядом с ними.</numerusform>
            <numerusform>%n из этих полей тем временем изменил кто-то другой; это отмечено рядом с ними.</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply it, or discard it.</source>
        <translation>Примените или отмените.</translation>
    </message>
    <message>
        <source>What you type cannot be kept for a restart of Letopis.</source>
        <translation>Набранное не удаётся сохранить до следующего запуска Летописи.</translation>
    </message>
    <message>
        <source>Apply it before you close the window. %1</source>
        <translation>Примените его, прежде чем закрыть окно. %1</translation>
    </message>
</context>
<context>
    <name>letopis::JobRow</name>
    <message>
        <source>Cancelling…</source>
        <translation>Отменяется…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Начинается…</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Посмотреть…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>letopis::JobStrip</name>
    <message>
        <source>S&amp;top</source>
        <translation>Ос&amp;тановить</translation>
    </message>
    <message>
        <source>What is done stays done; the rest can be carried out later</source>
        <translation>Сделанное остаётся; остальное можно выполнить позже</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <extracomment>%1: what is done, %2 and %3: numbers</extracomment>
        <translation>%1: %2 из %3</translation>
    </message>
</context>
<context>
    <name>letopis::JobsDrawer</name>
    <message>
        <source>Dismiss all finished</source>
        <translation>Убрать завершённые</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>Заданий нет</translation>
    </message>
    <message>
        <source>Syncs and downloads show their progress here.</source>
        <translation>Здесь виден ход синхронизаций и скачиваний.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задания</translation>
    </message>
</context>
<context>
    <name>letopis::JournalEventView</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Program, computer</source>
        <translation>Программа, компьютер</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>this computer&apos;s</source>
        <translation>этого компьютера</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Хеш</translation>
    </message>
    <message>
        <source>Hash before</source>
        <translation>Хеш предыдущего</translation>
    </message>
    <message>
        <source>Choose an event to see all of it.</source>
        <translation>Выберите событие, чтобы увидеть его целиком.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>In the chain</source>
        <translation>В цепочке</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>letopis::JournalPage</name>
    <message>
        <source>&amp;Check the journal</source>
        <translation>Проверить &amp;журнал</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>&amp;Proof and storage</source>
        <translation>&amp;Доказательства и хранение</translation>
    </message>
    <message>
        <source>&amp;Go to recording</source>
        <translation>Перей&amp;ти к записи</translation>
    </message>
    <message>
        <source>&amp;Only this recording</source>
        <translation>То&amp;лько эта запись</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Write what is shown to a file: a table, lines of JSON, or an extract that proves itself</source>
        <translation>Записать показанное в файл: таблицу, строки JSON или выписку, которую можно проверить</translation>
    </message>
    <message>
        <source>&amp;Save an anchor…</source>
        <translation>&amp;Сохранить якорь…</translation>
    </message>
    <message>
        <source>The last event&apos;s hash in a small file. Kept elsewhere, it proves that nothing was cut off since.</source>
        <translation>Хеш последнего события в небольшом файле. Хранится в другом месте и доказывает, что с тех пор ничего не отрезано.</translation>
    </message>
    <message>
        <source>&amp;Mail an anchor…</source>
        <translation>&amp;Отправить якорь письмом…</translation>
    </message>
    <message>
        <source>Opens a letter in the mail program. Nothing is sent by itself.</source>
        <translation>Открывает письмо в почтовой программе. Само ничего не отправляется.</translation>
    </message>
    <message>
        <source>&amp;Check against an anchor…</source>
        <translation>С&amp;верить с якорем…</translation>
    </message>
    <message>
        <source>Store and s&amp;horten the journal…</source>
        <translation>Сохранить и со&amp;кратить журнал…</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Copy all of the chosen event as text</source>
        <translation>Скопировать выбранное событие целиком как текст</translation>
    </message>
    <message>
        <source>It is the r&amp;ight one…</source>
        <translation>Каталог тот са&amp;мый…</translation>
    </message>
    <message>
        <source>The right catalog</source>
        <translation>Тот самый каталог</translation>
    </message>
    <message>
        <source>Take this catalog for the right one?</source>
        <translation>Считать этот каталог тем самым?</translation>
    </message>
    <message>
        <source>What is missing in it stays missing: recordings added and decisions made since then are not known. Auto-deletion may work again. Your word is written into the journal.</source>
        <translation>Чего в нём нет, того и не будет: добавленные с тех пор записи и принятые решения неизвестны. Автоудаление снова сможет работать. Ваше слово останется в журнале.</translation>
    </message>
    <message>
        <source>&amp;It is the right one</source>
        <translation>Тот &amp;самый</translation>
    </message>
    <message>
        <source>This catalog is taken for the right one.</source>
        <translation>Этот каталог считается тем самым.</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Повто&amp;рить</translation>
    </message>
    <message>
        <source>Nothing in the journal fits</source>
        <translation>В журнале ничего не подходит</translation>
    </message>
    <message>
        <source>Use other words, or clear the filters.</source>
        <translation>Возьмите другие слова или сбросьте отборы.</translation>
    </message>
    <message>
        <source>C&amp;lear filters</source>
        <translation>Сбросить &amp;отборы</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Пока ничего не произошло</translation>
    </message>
    <message>
        <source>Whatever is changed, watched, downloaded or exported leaves a line here.</source>
        <translation>Каждое изменение, просмотр, скачивание и экспорт оставляет здесь строку.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Читается…</translation>
    </message>
    <message>
        <source>The newest %1; scroll for more. The whole journal: %2.</source>
        <translation>Показано новейших: %1; остальные — при прокрутке. Всего в журнале: %2.</translation>
    </message>
    <message>
        <source>Recompute the chain: whether an event was changed, taken out, moved or added by another hand</source>
        <translation>Пересчитать цепочку: не изменено ли, не изъято, не переставлено и не добавлено ли что-то чужой рукой</translation>
    </message>
</context>
<context>
    <name>letopis::JournalTab</name>
    <message>
        <source>Open in the jo&amp;urnal</source>
        <translation>Открыть в &amp;журнале</translation>
    </message>
    <message>
        <source>What was done with the recording</source>
        <translation>Что делали с записью</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Читается…</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Пока ничего не произошло</translation>
    </message>
</context>
<context>
    <name>letopis::LeaveGroupDialog</name>
    <message>
        <source>Take out of groups</source>
        <translation>Убрать из групп</translation>
    </message>
    <message>
        <source>%1 is in no group.</source>
        <translation>%1: ни в одной группе.</translation>
    </message>
    <message>
        <source>Out of which groups is %1 taken?</source>
        <translation>Из каких групп убрать: %1?</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Группы</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>У&amp;брать</translation>
    </message>
</context>
<context>
    <name>letopis::LinkListModel</name>
    <message>
        <source>Without a label</source>
        <translation>Без подписи</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>has a password</comment>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <comment>has a password</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>may be downloaded</comment>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <comment>may be downloaded</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>Revoked by %1, %2</source>
        <translation>Отозвал %1, %2</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>Последнее открытие: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Открытий</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Скачивание</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Создал</translation>
    </message>
</context>
<context>
    <name>letopis::LinkPolicyDialog</name>
    <message>
        <source>Every link needs a &amp;password</source>
        <translation>Каждой ссылке нужен &amp;пароль</translation>
    </message>
    <message>
        <source>New links may be &amp;downloaded</source>
        <translation>По новым ссылкам можно &amp;скачивать</translation>
    </message>
    <message>
        <source>Settings of links</source>
        <translation>Настройки ссылок</translation>
    </message>
    <message>
        <source>Days that a new link lasts</source>
        <translation>Сколько дней действует новая ссылка</translation>
    </message>
    <message>
        <source>Days that a link lasts at most</source>
        <translation>Сколько дней ссылка действует самое большее</translation>
    </message>
    <message>
        <source> d</source>
        <comment>days</comment>
        <translation> дн.</translation>
    </message>
    <message>
        <source>Address of the service that answers for links</source>
        <translation>Адрес службы, отвечающей за ссылки</translation>
    </message>
    <message>
        <source>https://… – none yet</source>
        <translation>https://… – пока нет</translation>
    </message>
    <message>
        <source>A &amp;new link lasts:</source>
        <translation>&amp;Новая ссылка действует:</translation>
    </message>
    <message>
        <source>A &amp;link lasts at most:</source>
        <translation>Ссылка действует не &amp;дольше:</translation>
    </message>
    <message>
        <source>Ser&amp;vice:</source>
        <translation>Слу&amp;жба:</translation>
    </message>
    <message>
        <source>Links that were made before stay as they are.</source>
        <translation>Созданные раньше ссылки останутся как есть.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Со&amp;хранить</translation>
    </message>
</context>
<context>
    <name>letopis::LinksDialog</name>
    <message>
        <source>All links</source>
        <translation>Все ссылки</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Ссылки</translation>
    </message>
    <message>
        <source>&amp;New link…</source>
        <translation>&amp;Новая ссылка…</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Отозвать…</translation>
    </message>
    <message>
        <source>&amp;Go to recording</source>
        <translation>&amp;Перейти к записи</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Н&amp;астройки…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Label, recording or who made it</source>
        <translation>Подпись, запись или кто создал</translation>
    </message>
    <message>
        <source>Search links</source>
        <translation>Поиск ссылок</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Повтор&amp;ить</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Each word must be part of the label, the recording&apos;s title or who made it.</source>
        <translation>Каждое слово должно входить в подпись, название записи или имя создавшего.</translation>
    </message>
    <message>
        <source>No links</source>
        <translation>Ссылок нет</translation>
    </message>
    <message>
        <source>A recording&apos;s links are made from its menu.</source>
        <translation>Ссылки на запись создаются из её меню.</translation>
    </message>
    <message>
        <source>A link opens this recording to whoever holds it.</source>
        <translation>Ссылка открывает эту запись любому, у кого она есть.</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n ссылка</numerusform>
            <numerusform>%n ссылки</numerusform>
            <numerusform>%n ссылок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n link(s)</source>
        <translation>
            <numerusform>%1 из %n ссылки</numerusform>
            <numerusform>%1 из %n ссылок</numerusform>
            <numerusform>%1 из %n ссылок</numerusform>
        </translation>
    </message>
    <message>
        <source>The link is revoked already.</source>
        <translation>Ссылка уже отозвана.</translation>
    </message>
    <message>
        <source>Revoke a link</source>
        <translation>Отозвать ссылку</translation>
    </message>
    <message>
        <source>Revoke the link to “%1”?</source>
        <translation>Отозвать ссылку на «%1»?</translation>
    </message>
    <message>
        <source>Revoke the link “%1”?</source>
        <translation>Отозвать ссылку «%1»?</translation>
    </message>
    <message>
        <source>It opens nothing from then on, and does not come back. A new link can be made.</source>
        <translation>После этого она ничего не открывает, вернуть её нельзя. Можно создать новую.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Отозвать</translation>
    </message>
    <message>
        <source>The link is revoked.</source>
        <translation>Ссылка отозвана.</translation>
    </message>
</context>
<context>
    <name>letopis::MainWindow</name>
    <message>
        <source>Letopis</source>
        <translation>Летопись</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Навигация</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задания</translation>
    </message>
    <message>
        <source>About Letopis</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Letopis %1</source>
        <translation>Летопись %1</translation>
    </message>
    <message>
        <source>Journals and keeps the recordings of online conferences.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ведёт учёт записей онлайн-конференций и хранит их.

Свободная программа под лицензией GNU GPL версии 3 или новее.</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Задания выполняются</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still running. Quit Letopis?</source>
        <translation>
            <numerusform>Ещё выполняется %n задание. Закрыть Летопись?</numerusform>
            <numerusform>Ещё выполняются %n задания. Закрыть Летопись?</numerusform>
            <numerusform>Ещё выполняются %n заданий. Закрыть Летопись?</numerusform>
        </translation>
    </message>
    <message>
        <source>What has arrived so far is kept; the next sync or download continues from there.</source>
        <translation>Полученное сохранено; следующая синхронизация или скачивание продолжит с этого места.</translation>
    </message>
    <message>
        <source>Stop and &amp;quit</source>
        <translation>&amp;Остановить и закрыть</translation>
    </message>
    <message>
        <source>Continue in the &amp;tray</source>
        <translation>Продолжить в &amp;трее</translation>
    </message>
    <message>
        <source>Letopis will use this language when it starts next.</source>
        <translation>Летопись перейдёт на этот язык при следующем запуске.</translation>
    </message>
    <message>
        <source>Letopis as %1</source>
        <translation>Летопись глазами: %1</translation>
    </message>
    <message>
        <source>Seen as somebody else</source>
        <translation>Глазами другого человека</translation>
    </message>
    <message>
        <source>You see the catalog as %1. Nothing can be changed here.</source>
        <translation>Вы видите каталог так, как его видит %1. Изменить здесь ничего нельзя.</translation>
    </message>
    <message>
        <source>Close this view</source>
        <translation>Закрыть это окно</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
</context>
<context>
    <name>letopis::MaterialDescriptionDialog</name>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>Лишних знаков: %n</numerusform>
            <numerusform>Лишних знаков: %n</numerusform>
            <numerusform>Лишних знаков: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::MaterialList</name>
    <message>
        <source>Name of the file</source>
        <translation>Название файла</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Материалы</translation>
    </message>
</context>
<context>
    <name>letopis::MaterialPreviewDialog</name>
    <message>
        <source>Preview of %1</source>
        <translation>Просмотр: %1</translation>
    </message>
    <message>
        <source>Preparing the preview…</source>
        <translation>Готовится просмотр…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>This file cannot be previewed.</source>
        <translation>Этот файл нельзя просмотреть здесь.</translation>
    </message>
</context>
<context>
    <name>letopis::MaterialVersionsDialog</name>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>Column: the version&apos;s number</extracomment>
        <translation>№</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Кто добавил</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Сохранить как…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>letopis::MaterialsPresenter</name>
    <message>
        <source>Only files of this computer can be added</source>
        <translation>Добавить можно только файлы этого компьютера</translation>
    </message>
    <message>
        <source>Add the files inside a folder, or pack it into an archive first.</source>
        <translation>Добавьте файлы из папки по отдельности или сначала упакуйте её в архив.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Добавление файлов</translation>
    </message>
    <message>
        <source>New version of %1</source>
        <translation>Новая версия файла %1</translation>
    </message>
    <message>
        <source>Open a program</source>
        <translation>Открыть программу</translation>
    </message>
    <message>
        <source>Open %1? It may run as a program on this computer.</source>
        <translation>Открыть %1? Файл может выполниться на этом компьютере как программа.</translation>
    </message>
    <message>
        <source>Open it only if you know what it is and trust whoever added it.</source>
        <translation>Открывайте, только если знаете, что это, и доверяете тому, кто его добавил.</translation>
    </message>
    <message>
        <source>%1 added it. Open it only if you know what it is and trust them.</source>
        <translation>Файл добавил(а) %1. Открывайте, только если знаете, что это, и доверяете этому человеку.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Fetching %1. It opens when it is here.</source>
        <translation>Загружается %1. Файл откроется, как только загрузится.</translation>
    </message>
    <message>
        <source>No program opens %1</source>
        <translation>Нет программы, которая открывает %1</translation>
    </message>
    <message>
        <source>Save it with “Save as…” and open it with a program of your choice.</source>
        <translation>Сохраните файл («Сохранить как…») и откройте его подходящей программой.</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Сохранение файла</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Save all files into a folder</source>
        <translation>Сохранить все файлы в папку</translation>
    </message>
    <message>
        <source>Saved %1 in %2</source>
        <extracomment>%1 is &quot;3 files&quot;, %2 a folder</extracomment>
        <translation>Сохранено в папке %2: %1</translation>
    </message>
    <message>
        <source>%1 moved to the trash</source>
        <translation>%1 — в корзине</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>There is no preview of %1</source>
        <translation>Просмотр недоступен: %1</translation>
    </message>
    <message>
        <source>Images and PDF documents have one. Others open in their own programs.</source>
        <translation>Он есть для изображений и документов PDF. Остальные файлы открываются в своих программах.</translation>
    </message>
    <message>
        <source>%1 is not on this computer yet</source>
        <translation>%1 ещё нет на этом компьютере</translation>
    </message>
    <message>
        <source>Open it: that fetches it from the server.</source>
        <translation>Откройте файл: он будет скачан с сервера.</translation>
    </message>
    <message>
        <source>The file is not in the list any more</source>
        <translation>Этого файла больше нет в списке</translation>
    </message>
</context>
<context>
    <name>letopis::MaterialsTab</name>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>Сохранить все…</translation>
    </message>
    <message>
        <source>New version…</source>
        <translation>Новая версия…</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Версии…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Description…</source>
        <translation>Описание…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить ниже</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>Restore from trash</source>
        <translation>Вернуть из корзины</translation>
    </message>
    <message>
        <source>Show trash</source>
        <translation>Показывать корзину</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>More to do with the selected files</source>
        <translation>Другие действия с выбранными файлами</translation>
    </message>
    <message>
        <source>No materials</source>
        <translation>Материалов нет</translation>
    </message>
    <message>
        <source>Drop files here or press Add…: slides, handouts, a board&apos;s photo. Everyone who works with this server&apos;s recordings gets them.</source>
        <translation>Перетащите файлы сюда или нажмите «Добавить…»: слайды, раздаточный материал, фото доски. Их получат все, кто работает с записями этого сервера.</translation>
    </message>
    <message>
        <source>Exchange with the server now</source>
        <translation>Обменяться с сервером сейчас</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Nobody added files to this recording.</source>
        <translation>К этой записи никто не добавил файлов.</translation>
    </message>
</context>
<context>
    <name>letopis::MergePeopleDialog</name>
    <message>
        <source>Merge two people</source>
        <translation>Объединить двух людей</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>О&amp;бъединить</translation>
    </message>
    <message>
        <source>Which of the two is kept?</source>
        <translation>Кто из двоих останется?</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что произойдёт</translation>
    </message>
    <message>
        <source>The login %1 goes over.</source>
        <translation>Логин %1 перейдёт.</translation>
    </message>
    <message>
        <source>The login %1 goes away.</source>
        <translation>Логин %1 исчезнет.</translation>
    </message>
    <message>
        <source>The e-mail %1 goes over.</source>
        <translation>Адрес %1 перейдёт.</translation>
    </message>
    <message>
        <source>The e-mail %1 goes away.</source>
        <translation>Адрес %1 исчезнет.</translation>
    </message>
    <message>
        <source>IDs at servers go over: %1.</source>
        <translation>Идентификаторы на серверах перейдут: %1.</translation>
    </message>
    <message>
        <source>Groups go over: %1.</source>
        <translation>Группы перейдут: %1.</translation>
    </message>
    <message>
        <source>Where each attended, and what was opened or denied to them, goes over. Where both have something on one item, a denial stays, else the wider permission.</source>
        <translation>Посещения и всё, что было открыто или запрещено, перейдут. Если у обоих есть разрешение на одно и то же, остаётся запрет, а без запрета — более широкое.</translation>
    </message>
    <message>
        <source>%1 stays, %2 is removed.</source>
        <translation>Останется: %1. Будет удалено: %2.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Отменить это будет нельзя.</translation>
    </message>
</context>
<context>
    <name>letopis::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>letopis::MetadataTab</name>
    <message>
        <source>Metadata</source>
        <translation>Метаданные</translation>
    </message>
    <message>
        <source>No metadata</source>
        <translation>Метаданных нет</translation>
    </message>
    <message>
        <source>The server tells nothing more about this recording.</source>
        <translation>Больше сервер об этой записи ничего не сообщает.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>letopis::NavigationPane</name>
    <message>
        <source>Navigation</source>
        <translation>Навигация</translation>
    </message>
    <message>
        <source>Connect a server…</source>
        <translation>Подключить сервер…</translation>
    </message>
    <message>
        <source>All recordings</source>
        <translation>Все записи</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>Recordings that nobody opened here yet</extracomment>
        <translation>Новые</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Last synced: %1</source>
        <translation>Синхронизирован: %1</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>&amp;Синхронизировать</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Настройки</translation>
    </message>
    <message>
        <source>&amp;Connect a server…</source>
        <translation>&amp;Подключить сервер…</translation>
    </message>
    <message>
        <source>Outbox</source>
        <extracomment>Edits on their way to the servers</extracomment>
        <translation>Исходящие</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) on the way</source>
        <translation>
            <numerusform>%n изменение в пути</numerusform>
            <numerusform>%n изменения в пути</numerusform>
            <numerusform>%n изменений в пути</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>Нужно решить %n конфликт</numerusform>
            <numerusform>Нужно решить %n конфликта</numerusform>
            <numerusform>Нужно решить %n конфликтов</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>People</source>
        <extracomment>Those known to Letopis, and their groups</extracomment>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Proposals</source>
        <extracomment>Of access, from who moderated a meeting</extracomment>
        <translation>Предложения</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) to decide</source>
        <translation>
            <numerusform>%n предложение ждёт решения</numerusform>
            <numerusform>%n предложения ждут решения</numerusform>
            <numerusform>%n предложений ждут решения</numerusform>
        </translation>
    </message>
    <message>
        <source>Auto-deletion</source>
        <translation>Автоудаление</translation>
    </message>
    <message>
        <source>Journal</source>
        <extracomment>Who did what</extracomment>
        <translation>Журнал</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) of recordings that are about to go</source>
        <translation>
            <numerusform>%n предупреждение о скором удалении записей</numerusform>
            <numerusform>%n предупреждения о скором удалении записей</numerusform>
            <numerusform>%n предупреждений о скором удалении записей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::NetworkFields</name>
    <message>
        <source>As the system says</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Прокси:</translation>
    </message>
    <message>
        <source>Proxy&apos;s &amp;host:</source>
        <translation>&amp;Узел прокси:</translation>
    </message>
    <message>
        <source>Proxy&apos;s p&amp;ort:</source>
        <translation>П&amp;орт прокси:</translation>
    </message>
    <message>
        <source>Proxy&apos;s &amp;user:</source>
        <translation>Пол&amp;ьзователь прокси:</translation>
    </message>
    <message>
        <source>Proxy&apos;s pass&amp;word:</source>
        <translation>Паро&amp;ль прокси:</translation>
    </message>
    <message>
        <source>&amp;Authority file (PEM):</source>
        <translation>Файл &amp;центра (PEM):</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s certificate</source>
        <translation>Выберите сертификат центра</translation>
    </message>
    <message>
        <source>Only where your organisation signs its own certificates</source>
        <translation>Только если организация подписывает сертификаты сама</translation>
    </message>
    <message>
        <source>Only on request</source>
        <translation>Только по запросу</translation>
    </message>
    <message>
        <source> min</source>
        <translation> мин</translation>
    </message>
    <message>
        <source>&amp;Sync every:</source>
        <translation>&amp;Синхронизировать каждые:</translation>
    </message>
</context>
<context>
    <name>letopis::NewLinkDialog</name>
    <message>
        <source>&amp;Ends:</source>
        <translation>&amp;Действует до:</translation>
    </message>
    <message>
        <source>May be &amp;downloaded</source>
        <translation>Можно &amp;скачать</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>Новая ссылка</translation>
    </message>
    <message>
        <source>For whom, or what for</source>
        <translation>Для кого или для чего</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>When the link ends</source>
        <translation>Когда ссылка перестаёт действовать</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Needed here</source>
        <translation>Здесь обязателен</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>сколько угодно раз</translation>
    </message>
    <message>
        <source>How many times it opens</source>
        <translation>Сколько раз открывается</translation>
    </message>
    <message>
        <source>Links may be without end.</source>
        <translation>Ссылки могут быть бессрочными.</translation>
    </message>
    <message>
        <source>At most %1 from now.</source>
        <translation>Не дольше, чем %1 от этого дня.</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>П&amp;одпись:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Пароль:</translation>
    </message>
    <message>
        <source>&amp;Opens:</source>
        <translation>От&amp;крывается:</translation>
    </message>
    <message>
        <source>Copy it now.</source>
        <translation>Скопируйте её сейчас.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>С&amp;копировать</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>От&amp;мена</translation>
    </message>
    <message>
        <source>&amp;Make link</source>
        <translation>Создать сс&amp;ылку</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Скопировано.</translation>
    </message>
    <message>
        <source>Close without copying the link?</source>
        <translation>Закрыть, не скопировав ссылку?</translation>
    </message>
    <message>
        <source>It cannot be shown again. The link stays and can be revoked.</source>
        <translation>Показать её снова нельзя. Ссылка останется, её можно отозвать.</translation>
    </message>
    <message>
        <source>Close &amp;without copying</source>
        <translation>Закрыть &amp;без копирования</translation>
    </message>
</context>
<context>
    <name>letopis::NoticeDialog</name>
    <message>
        <source>About to go</source>
        <translation>Скоро удалятся</translation>
    </message>
    <message>
        <source>A date of its own, a hold, or another policy changes that.</source>
        <translation>Это изменят собственная дата записи, запрет удаления или другое правило.</translation>
    </message>
    <message>
        <source>&amp;Go to recording</source>
        <translation>&amp;Перейти к записи</translation>
    </message>
</context>
<context>
    <name>letopis::NoticeList</name>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Что удалится</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>Когда предупредили</translation>
    </message>
    <message>
        <source>Show the re&amp;cordings…</source>
        <translation>Показ&amp;ать записи…</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>Скр&amp;ыть</translation>
    </message>
    <message>
        <source>It is not shown again; the journal keeps it.</source>
        <translation>Больше не показывать; в журнале оно останется.</translation>
    </message>
    <message>
        <source>The warning is dismissed.</source>
        <translation>Предупреждение скрыто.</translation>
    </message>
</context>
<context>
    <name>letopis::OutboxModel</name>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>with the next sync or push</source>
        <translation>при ближайшей отправке</translation>
    </message>
    <message numerus="yes">
        <source>%1, after %n attempt(s)</source>
        <translation>
            <numerusform>%1, была %n попытка</numerusform>
            <numerusform>%1, было %n попытки</numerusform>
            <numerusform>%1, было %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Здесь</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Is sent</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Its server was removed: it stays in this catalog, and is sent should the server be connected again.</source>
        <translation>Сервер удалён: правка остаётся в этом каталоге и будет отправлена, если сервер подключат снова.</translation>
    </message>
    <message>
        <source>Server removed</source>
        <translation>Сервер удалён</translation>
    </message>
</context>
<context>
    <name>letopis::OutboxPage</name>
    <message>
        <source>Send &amp;now</source>
        <translation>&amp;Отправить сейчас</translation>
    </message>
    <message>
        <source>De&amp;cide…</source>
        <translation>Ре&amp;шить…</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Отказат&amp;ься</translation>
    </message>
    <message>
        <source>Show also what &amp;only the catalog holds</source>
        <translation>Показать и то, что есть только в &amp;каталоге</translation>
    </message>
    <message>
        <source>Give up the edit: the server&apos;s value comes back (%1)</source>
        <translation>Отказаться от изменения: вернётся значение сервера (%1)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Ничего не ждёт отправки</translation>
    </message>
    <message>
        <source>Edits are in the catalog at once and wait here until the server has them, also while it cannot be reached.</source>
        <translation>Изменения сразу попадают в каталог, а здесь ждут, пока дойдут до сервера, даже если он сейчас недоступен.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Discard %n edit(s)</source>
        <translation>
            <numerusform>Отказат&amp;ься от %n изменения</numerusform>
            <numerusform>Отказат&amp;ься от %n изменений</numerusform>
            <numerusform>Отказат&amp;ься от %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Server: %1.</source>
        <translation>Сервер: %1.</translation>
    </message>
    <message>
        <source>Edited by %1, %2.</source>
        <translation>Кто изменил: %1, %2.</translation>
    </message>
    <message>
        <source>The last attempt failed: %1</source>
        <translation>Последняя попытка не удалась: %1</translation>
    </message>
    <message>
        <source>Discard edits</source>
        <translation>Отказ от изменений</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n edit(s)?</source>
        <translation>
            <numerusform>Отказаться от %n изменения?</numerusform>
            <numerusform>Отказаться от %n изменений?</numerusform>
            <numerusform>Отказаться от %n изменений?</numerusform>
        </translation>
    </message>
    <message>
        <source>The servers&apos; values come back. This cannot be undone.</source>
        <translation>Вернутся значения с серверов. Отменить это нельзя.</translation>
    </message>
</context>
<context>
    <name>letopis::OverviewTab</name>
    <message>
        <source>Description:</source>
        <translation>Описание:</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Сервер:</translation>
    </message>
    <message>
        <source>Meeting:</source>
        <translation>Встреча:</translation>
    </message>
    <message>
        <source>Started:</source>
        <translation>Начало:</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>Окончание:</translation>
    </message>
    <message>
        <source>Length:</source>
        <translation>Длительность:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Состояние:</translation>
    </message>
    <message>
        <source>Participants:</source>
        <translation>Участники:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Размер:</translation>
    </message>
    <message>
        <source>Raw data:</source>
        <translation>Исходные данные:</translation>
    </message>
    <message>
        <source>Breakout of:</source>
        <translation>Комната встречи:</translation>
    </message>
    <message>
        <source>Breakout rooms:</source>
        <translation>Комнаты для групп:</translation>
    </message>
    <message>
        <source>Meeting ID:</source>
        <translation>Код встречи:</translation>
    </message>
    <message>
        <source>Record ID:</source>
        <translation>Код записи:</translation>
    </message>
    <message>
        <source>First seen:</source>
        <translation>Впервые замечена:</translation>
    </message>
    <message>
        <source>Last seen:</source>
        <translation>Замечена последний раз:</translation>
    </message>
    <message>
        <source>%1 (not in the catalog)</source>
        <translation>%1 (нет в каталоге)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Скопировать %1</translation>
    </message>
    <message numerus="yes">
        <source>%n join(s), as the server counts them</source>
        <translation>
            <numerusform>%n вход по счёту сервера</numerusform>
            <numerusform>%n входа по счёту сервера</numerusform>
            <numerusform>%n входов по счёту сервера</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Папка:</translation>
    </message>
</context>
<context>
    <name>letopis::OwnRetentionDialog</name>
    <message>
        <source>As the &amp;policies say</source>
        <translation>По &amp;правилам</translation>
    </message>
    <message>
        <source>On a &amp;date:</source>
        <translation>В &amp;день:</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>&amp;Никогда</translation>
    </message>
    <message>
        <source>When it goes</source>
        <translation>Когда удаляется запись</translation>
    </message>
    <message>
        <source>When does “%1” go to the trash? What is said here beats every policy.</source>
        <translation>Когда запись «%1» отправляется в корзину? Заданное здесь сильнее любого правила.</translation>
    </message>
    <message numerus="yes">
        <source>When do these %n recordings go to the trash? What is said here beats every policy.</source>
        <translation>
            <numerusform>Когда %n запись отправляется в корзину? Заданное здесь сильнее любого правила.</numerusform>
            <numerusform>Когда %n записи отправляются в корзину? Заданное здесь сильнее любого правила.</numerusform>
            <numerusform>Когда %n записей отправляются в корзину? Заданное здесь сильнее любого правила.</numerusform>
        </translation>
    </message>
    <message>
        <source>Day it goes</source>
        <translation>День удаления</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Задать</translation>
    </message>
    <message>
        <source>That day has begun: the next plan takes it.</source>
        <translation>Этот день уже начался: запись попадёт в ближайший план.</translation>
    </message>
    <message>
        <source>It goes when that day begins: %1 is its last one.</source>
        <translation>Запись удаляется в начале этого дня: последний её день — %1.</translation>
    </message>
    <message>
        <source>Days are those of the time zone %1.</source>
        <translation>Дни считаются по часовому поясу %1.</translation>
    </message>
    <message>
        <source>Nothing takes it by itself. By hand it can still be deleted; a hold forbids that, too.</source>
        <translation>Сама запись не удалится. Вручную её можно удалить; запрет удаления не даст сделать и этого.</translation>
    </message>
    <message>
        <source>The nearest policy decides.</source>
        <translation>Решает ближайшее правило.</translation>
    </message>
</context>
<context>
    <name>letopis::ParametersDialog</name>
    <message>
        <source>&amp;Two people: who confirms a plan that deletes for good does not approve it</source>
        <translation>Д&amp;вое: план окончательного удаления одобряет не тот, кто его подтвердил</translation>
    </message>
    <message>
        <source>Auto-deletion on %1</source>
        <translation>Автоудаление на сервере %1</translation>
    </message>
    <message>
        <source>Warn so many days before</source>
        <translation>За сколько дней предупреждать</translation>
    </message>
    <message>
        <source>Days in the trash</source>
        <translation>Дней в корзине</translation>
    </message>
    <message>
        <source>Limit of a run, per cent of the server&apos;s recordings</source>
        <translation>Предел одного запуска, процентов записей сервера</translation>
    </message>
    <message>
        <source>Limit of a run, recordings</source>
        <translation>Предел одного запуска, записей</translation>
    </message>
    <message>
        <source>of its recordings, or</source>
        <extracomment>Between &quot;5 %&quot; and a number of recordings</extracomment>
        <translation>записей или</translation>
    </message>
    <message>
        <source>recordings</source>
        <translation>записей</translation>
    </message>
    <message>
        <source>&amp;Warn so many days before:</source>
        <translation>За сколько дней &amp;предупреждать:</translation>
    </message>
    <message>
        <source>&amp;Days in the trash:</source>
        <translation>Дней в &amp;корзине:</translation>
    </message>
    <message>
        <source>A &amp;run takes at most:</source>
        <translation>За один &amp;запуск не больше:</translation>
    </message>
    <message>
        <source>The larger of both limits counts; a plan past it waits until somebody confirms it. Until the days in the trash are over, a recording can be restored. Changes are written into the journal.</source>
        <translation>Действует больший из двух пределов; план сверх него ждёт подтверждения. Пока не вышли дни в корзине, запись можно вернуть. Изменения попадают в журнал.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Numbers of days, as “30, 7, 1”.</source>
        <translation>Введите числа дней, например «30, 7, 1».</translation>
    </message>
    <message>
        <source>A few different numbers of days, none of them too large, as “30, 7, 1”.</source>
        <translation>Нужно несколько разных чисел дней, не слишком больших, например «30, 7, 1».</translation>
    </message>
</context>
<context>
    <name>letopis::ParticipantModel</name>
    <message>
        <source>by phone</source>
        <translation>по телефону</translation>
    </message>
    <message>
        <source>external</source>
        <translation>внешний</translation>
    </message>
    <message>
        <source>Has an account</source>
        <translation>С учётной записью</translation>
    </message>
    <message>
        <source>Came without an account</source>
        <translation>Без учётной записи</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Present</source>
        <extracomment>Column: how long a person was in the meeting</extracomment>
        <translation>Время</translation>
    </message>
    <message>
        <source>Talked</source>
        <extracomment>Column: how long a person talked</extracomment>
        <translation>Говорил</translation>
    </message>
    <message>
        <source>Chat</source>
        <extracomment>Column: number of chat messages</extracomment>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Polls</source>
        <extracomment>Column: number of polls answered</extracomment>
        <translation>Опросы</translation>
    </message>
    <message numerus="yes">
        <source>Joined %n time(s)</source>
        <translation>
            <numerusform>%n вход</numerusform>
            <numerusform>%n входа</numerusform>
            <numerusform>%n входов</numerusform>
        </translation>
    </message>
    <message>
        <source>Talked: %1</source>
        <translation>Речь: %1</translation>
    </message>
    <message>
        <source>Chat messages: %1</source>
        <translation>Сообщений в чате: %1</translation>
    </message>
    <message>
        <source>Polls answered: %1</source>
        <translation>Ответов в опросах: %1</translation>
    </message>
    <message>
        <source>Known as %1</source>
        <translation>Известен как %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Примечание: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a role, %2 the stretch of time it was held</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not known how much of the recorded time</source>
        <translation>Доля записанного времени неизвестна</translation>
    </message>
    <message>
        <source>Present for %1 of the recorded time</source>
        <translation>Присутствие в записанное время: %1</translation>
    </message>
    <message>
        <source>As the server tells it</source>
        <translation>По данным сервера</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>убран</translation>
    </message>
    <message>
        <source>No times known</source>
        <translation>Время неизвестно</translation>
    </message>
    <message>
        <source>%1 of the recorded time</source>
        <translation>%1 записанного времени</translation>
    </message>
    <message>
        <source>Percent of the recorded time</source>
        <translation>Доля записанного времени</translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>Column: automatic, edited or added by hand</extracomment>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Known person</source>
        <extracomment>Column: whom of the people Letopis knows the participant was</extracomment>
        <translation>Известен как</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Presence</source>
        <comment>column</comment>
        <extracomment>Column with bars: when a person was there; short</extracomment>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Rec.</source>
        <comment>column</comment>
        <extracomment>Column: percent of the recorded time a person was present; short</extracomment>
        <translation>Запись</translation>
    </message>
</context>
<context>
    <name>letopis::ParticipantTable</name>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Right click to choose columns</source>
        <translation>Столбцы выбираются правой кнопкой</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Вернуть столбцы</translation>
    </message>
</context>
<context>
    <name>letopis::ParticipantsTab</name>
    <message>
        <source>Nobody took part</source>
        <translation>Никто не участвовал</translation>
    </message>
    <message>
        <source>No names</source>
        <translation>Имён нет</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Исправить…</translation>
    </message>
    <message>
        <source>Match to a known person…</source>
        <translation>Связать с известным человеком…</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>Объединить в одного</translation>
    </message>
    <message>
        <source>Split into two…</source>
        <translation>Разделить на двоих…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Put back into the list</source>
        <translation>Вернуть в список</translation>
    </message>
    <message>
        <source>Restore all automatic values</source>
        <translation>Вернуть все автоматические значения</translation>
    </message>
    <message>
        <source>Show removed</source>
        <translation>Показывать убранных</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Rights in %1…</source>
        <translation>Права в %1…</translation>
    </message>
    <message>
        <source>Save report as PDF…</source>
        <translation>Сохранить отчёт в PDF…</translation>
    </message>
    <message>
        <source>Print report…</source>
        <translation>Напечатать отчёт…</translation>
    </message>
    <message>
        <source>Export as CSV table…</source>
        <translation>Сохранить таблицей CSV…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Сохранить в JSON…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>More to do with the selected participants</source>
        <translation>Другие действия с выбранными участниками</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Attendance report: print, save, export</source>
        <translation>Отчёт о посещаемости: печать, сохранение, выгрузка</translation>
    </message>
    <message>
        <source>Everybody was removed</source>
        <translation>Убраны все</translation>
    </message>
    <message>
        <source>“Show removed” in the menu “More” brings them into sight.</source>
        <translation>Их покажет пункт «Показывать убранных» в меню «Ещё».</translation>
    </message>
    <message>
        <source>Add a participant…</source>
        <translation>Добавить участника…</translation>
    </message>
    <message numerus="yes">
        <source>%n moderator(s)</source>
        <comment>in the conference service&apos;s words</comment>
        <translation>
            <numerusform>%n модератор</numerusform>
            <numerusform>%n модератора</numerusform>
            <numerusform>%n модераторов</numerusform>
        </translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation>записано %1</translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n убран</numerusform>
            <numerusform>%n убрано</numerusform>
            <numerusform>%n убрано</numerusform>
        </translation>
    </message>
    <message>
        <source>Add all to the people…</source>
        <translation>Добавить всех в список людей…</translation>
    </message>
    <message>
        <source>Make known who attended with an ID at the server, and is not known yet</source>
        <translation>Внести в список тех участников с идентификатором на сервере, кого в нём ещё нет</translation>
    </message>
    <message>
        <source>Attendance and access…</source>
        <translation>Участие и доступ…</translation>
    </message>
    <message>
        <source>Who attended and cannot watch, and who can watch and did not attend</source>
        <translation>Кто участвовал и не видит запись, и кто видит, но не участвовал</translation>
    </message>
    <message numerus="yes">
        <source>%n attended and cannot watch…</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n участник не видит запись…</numerusform>
            <numerusform>%n участника не видят запись…</numerusform>
            <numerusform>%n участников не видят запись…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::PassphraseDialog</name>
    <message>
        <source>Passphrase of the backup</source>
        <translation>Парольная фраза копии</translation>
    </message>
    <message>
        <source>The backup is encrypted: %1</source>
        <translation>Копия зашифрована: %1</translation>
    </message>
    <message>
        <source>Show what I t&amp;ype</source>
        <translation>Показывать вв&amp;од</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>Парольная фраза неверна.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>Па&amp;рольная фраза:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Open the backup</source>
        <translation>Откр&amp;ыть копию</translation>
    </message>
</context>
<context>
    <name>letopis::PassphraseFields</name>
    <message>
        <source>Show what I t&amp;ype</source>
        <translation>Показывать вв&amp;од</translation>
    </message>
    <message>
        <source>Nobody can open the backups without the passphrase, not even the makers of Letopis. Keep it in a place that survives this computer.</source>
        <translation>Без парольной фразы копии не откроет никто, даже создатели Летописи. Храните её там, где она переживёт этот компьютер.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>Па&amp;рольная фраза:</translation>
    </message>
    <message>
        <source>Aga&amp;in:</source>
        <translation>Пов&amp;торите её:</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>Введите парольную фразу.</translation>
    </message>
    <message>
        <source>The two differ. Type the same twice.</source>
        <translation>Они различаются. Введите одно и то же дважды.</translation>
    </message>
</context>
<context>
    <name>letopis::PeopleActions</name>
    <message>
        <source>Show &amp;people</source>
        <translation>Показать &amp;людей</translation>
    </message>
</context>
<context>
    <name>letopis::PeopleCommands</name>
    <message>
        <source>%1 is added.</source>
        <translation>Добавлено: %1.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>Изменено: %1.</translation>
    </message>
    <message>
        <source>%1: blocked.</source>
        <translation>%1: вход заблокирован.</translation>
    </message>
    <message>
        <source>%1: no longer blocked.</source>
        <translation>%1: вход снова разрешён.</translation>
    </message>
    <message>
        <source>Remove people</source>
        <translation>Удалить людей</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Удалить: %1?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n people?</source>
        <translation>
            <numerusform>Удалить %n человека?</numerusform>
            <numerusform>Удалить %n человек?</numerusform>
            <numerusform>Удалить %n человек?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their memberships in groups, IDs at servers and everything opened or denied to them go, for good. Recordings they attended keep the names that the server gave. To keep it all and only lock them out, block them.</source>
        <translation>Членство в группах, идентификаторы на серверах и всё, что было открыто или запрещено, исчезнут навсегда. В посещённых записях останутся имена, которые дал сервер. Чтобы сохранить всё и только закрыть вход, заблокируйте.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n people</source>
        <translation>
            <numerusform>&amp;Удалить %n человека</numerusform>
            <numerusform>&amp;Удалить %n человек</numerusform>
            <numerusform>&amp;Удалить %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: removed.</source>
        <translation>%1: удалено.</translation>
    </message>
    <message>
        <source>Merged: %1 stays.</source>
        <translation>Объединено, остаётся: %1.</translation>
    </message>
    <message>
        <source>Add to a group</source>
        <translation>Добавить в группу</translation>
    </message>
    <message>
        <source>Into which group: %1?</source>
        <translation>В какую группу добавить: %1?</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>%1 is no longer in: %2.</source>
        <translation>%1: больше не в группах: %2.</translation>
    </message>
    <message>
        <source>Remove group</source>
        <translation>Удалить группу</translation>
    </message>
    <message>
        <source>Remove the group %1?</source>
        <translation>Удалить группу %1?</translation>
    </message>
    <message>
        <source>Its members stay, but are in it no longer; what was opened or denied to the group is so no longer, for good.</source>
        <translation>Её участники останутся, но уже не в ней; всё, что было открыто или запрещено группе, перестанет действовать навсегда.</translation>
    </message>
    <message>
        <source>The group %1 is removed.</source>
        <translation>Группа %1 удалена.</translation>
    </message>
    <message>
        <source>Add members</source>
        <translation>Добавить участников группы</translation>
    </message>
    <message>
        <source>Who comes into the group %1?</source>
        <translation>Кого добавить в группу %1?</translation>
    </message>
    <message numerus="yes">
        <source>The group %1 has %n new member(s).</source>
        <translation>
            <numerusform>В группе %1 %n новый участник.</numerusform>
            <numerusform>В группе %1 %n новых участника.</numerusform>
            <numerusform>В группе %1 %n новых участников.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group %1 has lost %n member(s).</source>
        <translation>
            <numerusform>Из группы %1 убран %n участник.</numerusform>
            <numerusform>Из группы %1 убраны %n участника.</numerusform>
            <numerusform>Из группы %1 убрано %n участников.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Импорт людей</translation>
    </message>
    <message>
        <source>Lists of people (*.csv *.txt);;All files (*)</source>
        <translation>Списки людей (*.csv *.txt);;Все файлы (*)</translation>
    </message>
    <message>
        <source>the participants of “%1” with an ID at their server</source>
        <translation>участников записи «%1» с идентификатором на сервере</translation>
    </message>
    <message>
        <source>Imported. New: %1, changed: %2.</source>
        <translation>Импортировано. Новых: %1, изменённых: %2.</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Экспорт людей</translation>
    </message>
    <message>
        <source>Lists of people (*.csv)</source>
        <translation>Списки людей (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Экспортировано в %1.</translation>
    </message>
    <message numerus="yes">
        <source>Who gains and who loses access is not shown for more than %n changes at once.</source>
        <translation>
            <numerusform>Кто получит и кто потеряет доступ, не показывается, если изменений больше %n.</numerusform>
            <numerusform>Кто получит и кто потеряет доступ, не показывается, если изменений больше %n.</numerusform>
            <numerusform>Кто получит и кто потеряет доступ, не показывается, если изменений больше %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose fewer to see it first.</source>
        <translation>Выберите меньше, чтобы сначала увидеть это.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Изменить</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Разблокировать</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>&amp;Заблокировать</translation>
    </message>
    <message>
        <source>Un&amp;block</source>
        <translation>&amp;Разблокировать</translation>
    </message>
    <message>
        <source>Take out of groups</source>
        <translation>Исключить из групп</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Исключить</translation>
    </message>
    <message>
        <source>Add to “%1”</source>
        <translation>Добавить в «%1»</translation>
    </message>
    <message>
        <source>Take out of “%1”</source>
        <translation>Исключить из «%1»</translation>
    </message>
    <message>
        <source>Merge two people</source>
        <translation>Объединить двух людей</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>О&amp;бъединить</translation>
    </message>
</context>
<context>
    <name>letopis::PeopleImportDialog</name>
    <message>
        <source>Show &amp;unchanged</source>
        <translation>Показать и &amp;неизменённых</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Импорт людей</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Из %1</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>Что сделает импорт</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Импортировать</translation>
    </message>
    <message>
        <source>Nothing can be imported</source>
        <translation>Импортировать нечего</translation>
    </message>
    <message>
        <source>Mend the file and choose it again.</source>
        <translation>Исправьте файл и выберите его снова.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be imported.</source>
        <translation>
            <numerusform>%n строку нельзя импортировать.</numerusform>
            <numerusform>%n строки нельзя импортировать.</numerusform>
            <numerusform>%n строк нельзя импортировать.</numerusform>
        </translation>
    </message>
    <message>
        <source>All lines are imported or none. Mend them in the file and choose it again.</source>
        <translation>Импортируются все строки или ни одной. Исправьте их в файле и выберите его снова.</translation>
    </message>
    <message>
        <source>These columns are not read: %1.</source>
        <translation>Эти столбцы не читаются: %1.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n people</source>
        <translation>
            <numerusform>&amp;Импортировать %n человека</numerusform>
            <numerusform>&amp;Импортировать %n человек</numerusform>
            <numerusform>&amp;Импортировать %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to do</source>
        <translation>Делать нечего</translation>
    </message>
    <message>
        <source>The list names nobody who is not known already.</source>
        <translation>В списке нет никого, кого ещё нет здесь.</translation>
    </message>
    <message>
        <source>Everybody in the list is known already, just as it says.</source>
        <translation>Все из списка уже есть, и всё совпадает.</translation>
    </message>
</context>
<context>
    <name>letopis::PeopleImportModel</name>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>letopis::PeopleListModel</name>
    <message>
        <source>Blocked</source>
        <translation>Вход закрыт</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>Без логина</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Вход открыт</translation>
    </message>
    <message>
        <source>Cannot sign in. What is opened to them waits until they have a login.</source>
        <translation>Войти нельзя. Открытый доступ подождёт, пока появится логин.</translation>
    </message>
    <message>
        <source>%1, blocked</source>
        <translation>%1, вход закрыт</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Группы</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>letopis::PeopleView</name>
    <message>
        <source>&amp;Group</source>
        <translation>Групп&amp;а</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Группы</translation>
    </message>
    <message>
        <source>Name, login or e-mail</source>
        <translation>Имя, логин или эл. почта</translation>
    </message>
    <message>
        <source>Search people by name, login or e-mail</source>
        <translation>Поиск людей по имени, логину или адресу</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>Все роли</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>Е&amp;щё</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>People cannot be shown</source>
        <translation>Людей показать нельзя</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Никто не найден</translation>
    </message>
    <message>
        <source>Each word must begin a word of the name, the login or the e-mail.</source>
        <translation>Каждое слово должно начинать слово имени, логин или адрес.</translation>
    </message>
    <message>
        <source>&amp;Clear the search</source>
        <translation>&amp;Очистить поиск</translation>
    </message>
    <message>
        <source>The group is empty</source>
        <translation>В группе никого нет</translation>
    </message>
    <message>
        <source>Add people and groups, or drag them here.</source>
        <translation>Добавьте людей и группы или перетащите их на неё.</translation>
    </message>
    <message>
        <source>Add &amp;members…</source>
        <translation>Добавить &amp;участников…</translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation>Пока никого нет</translation>
    </message>
    <message>
        <source>Add people one by one, import a list, or take the participants of a recording over: in its details, under Participants.</source>
        <translation>Добавляйте людей по одному, импортируйте список или внесите участников записи: в её сведениях, на вкладке «Участники».</translation>
    </message>
    <message>
        <source>&amp;Import a list…</source>
        <translation>&amp;Импортировать список…</translation>
    </message>
    <message>
        <source>&amp;Add person…</source>
        <translation>&amp;Добавить человека…</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>&amp;Изменить…</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>&amp;Закрыть вход</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>Mer&amp;ge two into one…</source>
        <translation>&amp;Объединить двоих…</translation>
    </message>
    <message>
        <source>Add &amp;to a group…</source>
        <translation>Добавить в &amp;группу…</translation>
    </message>
    <message>
        <source>Take &amp;out of groups…</source>
        <translation>У&amp;брать из групп…</translation>
    </message>
    <message>
        <source>&amp;New group…</source>
        <translation>&amp;Новая группа…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Переименовать…</translation>
    </message>
    <message>
        <source>&amp;Take out of the group</source>
        <translation>У&amp;брать из группы</translation>
    </message>
    <message>
        <source>Remo&amp;ve group…</source>
        <translation>Удалить гру&amp;ппу…</translation>
    </message>
    <message>
        <source>E&amp;xport the list…</source>
        <translation>&amp;Экспортировать список…</translation>
    </message>
    <message>
        <source>Un&amp;block</source>
        <translation>&amp;Открыть вход</translation>
    </message>
    <message>
        <source>Built-in groups keep their name and stay.</source>
        <translation>Встроенные группы нельзя переименовать и удалить.</translation>
    </message>
    <message>
        <source>Choose two people first</source>
        <translation>Сначала выберите двоих</translation>
    </message>
    <message>
        <source>What they can &amp;see</source>
        <translation>Что &amp;этот человек видит</translation>
    </message>
    <message>
        <source>See as t&amp;hey do</source>
        <translation>Посмотреть его глазами</translation>
    </message>
</context>
<context>
    <name>letopis::PersonDialog</name>
    <message>
        <source>&amp;Blocked: cannot sign in and sees nothing</source>
        <translation>&amp;Вход закрыт: войти нельзя, ничего не видно</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation>Изменить сведения о человеке</translation>
    </message>
    <message>
        <source>&amp;Add person</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>May manage</source>
        <translation>Может управлять</translation>
    </message>
    <message>
        <source>Without one they cannot sign in</source>
        <translation>Без логина войти нельзя</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>И&amp;мя:</translation>
    </message>
    <message>
        <source>&amp;Login:</source>
        <translation>&amp;Логин:</translation>
    </message>
    <message>
        <source>&amp;E-mail:</source>
        <translation>&amp;Эл. почта:</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Роль:</translation>
    </message>
    <message>
        <source>Lan&amp;guage:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>IDs at servers:</source>
        <translation>ID на серверах:</translation>
    </message>
    <message>
        <source>A group that this person is in gives a higher role.</source>
        <translation>Одна из групп этого человека даёт более высокую роль.</translation>
    </message>
    <message>
        <source>Take them out of that group first.</source>
        <translation>Сначала уберите его из этой группы.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Блокировка</translation>
    </message>
</context>
<context>
    <name>letopis::PlanConfirmDialog</name>
    <message>
        <source>Confirm a plan</source>
        <translation>Подтверждение плана</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a server&apos;s name, %2: &quot;12 recordings, 3.4 GB&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recordings of the plan</source>
        <translation>Записи плана</translation>
    </message>
    <message>
        <source>Type the number of recordings, %1, to &amp;confirm:</source>
        <translation>Для по&amp;дтверждения введите число записей — %1:</translation>
    </message>
    <message>
        <source>Type the number of recordings, %1, to confirm</source>
        <translation>Для подтверждения введите число записей — %1</translation>
    </message>
    <message>
        <source>Con&amp;firm</source>
        <translation>&amp;Подтвердить</translation>
    </message>
    <message>
        <source>Con&amp;firm and carry out</source>
        <translation>&amp;Подтвердить и выполнить</translation>
    </message>
    <message>
        <source>Another administrator has to approve it afterwards; until then nothing is deleted.</source>
        <translation>Затем план должен одобрить другой администратор; до этого ничего не удаляется.</translation>
    </message>
    <message>
        <source>That is another number.</source>
        <translation>Это другое число.</translation>
    </message>
</context>
<context>
    <name>letopis::PlanItemModel</name>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что произойдёт</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Last viewed</source>
        <translation>Последний просмотр</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>A recording you cannot see</source>
        <translation>Запись, которую вы не видите</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
</context>
<context>
    <name>letopis::PlanListModel</name>
    <message>
        <source>Made</source>
        <translation>Составлен</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Создал</translation>
    </message>
    <message>
        <source>Auto-deletion</source>
        <translation>Автоудаление</translation>
    </message>
</context>
<context>
    <name>letopis::PlansPanel</name>
    <message>
        <source>&amp;Make a plan</source>
        <translation>Составить п&amp;лан</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Отказаться</translation>
    </message>
    <message>
        <source>No plans</source>
        <translation>Планов нет</translation>
    </message>
    <message>
        <source>A plan lists exactly what is deleted, before anything is. Make one of what is due now by the rules, or choose recordings in the list and delete them by hand.</source>
        <translation>План точно перечисляет, что удаляется, до того как что-либо удалено. Составьте его из того, чему по правилам пора, или выберите записи в списке и удалите их вручную.</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Планы</translation>
    </message>
    <message>
        <source>Recordings of the plan</source>
        <translation>Записи плана</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>The plan is confirmed and waits for another administrator&apos;s approval.</source>
        <translation>План подтверждён и ждёт одобрения другого администратора.</translation>
    </message>
    <message>
        <source>Lists what is due now on this server; nothing is deleted yet</source>
        <translation>Перечислит, чему пора на этом сервере; ничего ещё не удаляется</translation>
    </message>
    <message>
        <source>Choose a server first</source>
        <translation>Сначала выберите сервер</translation>
    </message>
    <message>
        <source>Being carried out</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>You may close this page, or the window: what is done stays done.</source>
        <translation>Страницу и окно можно закрыть: сделанное остаётся.</translation>
    </message>
    <message>
        <source>A&amp;pprove…</source>
        <translation>Одоб&amp;рить…</translation>
    </message>
    <message>
        <source>&amp;Confirm…</source>
        <translation>Подтверди&amp;ть…</translation>
    </message>
    <message>
        <source>&amp;Carry on</source>
        <translation>Прод&amp;олжить</translation>
    </message>
    <message>
        <source>&amp;Carry out</source>
        <translation>В&amp;ыполнить</translation>
    </message>
    <message>
        <source>The plan is made: %1. Nothing was deleted yet.</source>
        <translation>План составлен: %1. Ничего ещё не удалено.</translation>
    </message>
    <message>
        <source>Approve a plan</source>
        <translation>Одобрение плана</translation>
    </message>
    <message numerus="yes">
        <source>Approve the deletion of %n recording(s) for good, which %1 confirmed?</source>
        <translation>
            <numerusform>Одобрить удаление навсегда %n записи, которое подтвердил(а) %1?</numerusform>
            <numerusform>Одобрить удаление навсегда %n записей, которое подтвердил(а) %1?</numerusform>
            <numerusform>Одобрить удаление навсегда %n записей, которое подтвердил(а) %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>It is carried out at once: %1. This cannot be undone.</source>
        <translation>Он выполняется сразу: %1. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>&amp;Approve and carry out</source>
        <translation>&amp;Одобрить и выполнить</translation>
    </message>
    <message>
        <source>The plan is discarded. Nothing was deleted.</source>
        <translation>План отброшен. Ничего не удалено.</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Удаление</translation>
    </message>
    <message>
        <source>Stopped. What is done stays done; carry the plan on whenever you like.</source>
        <translation>Остановлено. Сделанное остаётся; продолжить план можно когда угодно.</translation>
    </message>
    <message>
        <source>The list says why. What is still due comes into the next plan; ask again for what was asked for by hand.</source>
        <translation>В списке сказано почему. Чему всё ещё пора, войдёт в следующий план; то, что удаляли вручную, удалите ещё раз.</translation>
    </message>
    <message>
        <source>&amp;Go to recording</source>
        <translation>Пере&amp;йти к записи</translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation>&amp;Где:</translation>
    </message>
</context>
<context>
    <name>letopis::PlayerControls</name>
    <message>
        <source>Loading from the server…</source>
        <translation>Загружается с сервера…</translation>
    </message>
    <message>
        <source>This computer has no sound device</source>
        <translation>На этом компьютере нет звукового устройства</translation>
    </message>
    <message>
        <source>Speed changes the pitch</source>
        <translation>Скорость меняет высоту звука</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Back 15 seconds</source>
        <translation>Назад на 15 секунд</translation>
    </message>
    <message>
        <source>Ctrl+←</source>
        <translation>Ctrl+←</translation>
    </message>
    <message>
        <source>Forward 15 seconds</source>
        <translation>Вперёд на 15 секунд</translation>
    </message>
    <message>
        <source>Ctrl+→</source>
        <translation>Ctrl+→</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>[ and ]</source>
        <translation>[ и ]</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Включить звук</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Выключить звук</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Выйти из полноэкранного режима</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Громкость</translation>
    </message>
</context>
<context>
    <name>letopis::PlayerWindow</name>
    <message>
        <source>This recording is sound only, and this computer has no sound device.</source>
        <translation>В этой записи только звук, а звукового устройства на этом компьютере нет.</translation>
    </message>
    <message>
        <source>Connect headphones or speakers and try again.</source>
        <translation>Подключите наушники или колонки и повторите.</translation>
    </message>
    <message>
        <source>Nothing has arrived from the server for a while.</source>
        <translation>С сервера давно ничего не приходит.</translation>
    </message>
    <message>
        <source>The connection is slow or broken. Try again, or download the file and play it then.</source>
        <translation>Соединение медленное или оборвалось. Повторите или скачайте файл и воспроизведите потом.</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Download first</source>
        <translation>&amp;Сначала скачать</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>Window title: recording&apos;s title, format</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>letopis::PolicyDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Выбрать…</translation>
    </message>
    <message>
        <source>The policy is &amp;in force</source>
        <translation>Правило де&amp;йствует</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Правило хранения</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Новое правило хранения</translation>
    </message>
    <message>
        <source>Save &amp;policy</source>
        <translation>Сохранить п&amp;равило</translation>
    </message>
    <message>
        <source>Add &amp;policy</source>
        <translation>Добавить п&amp;равило</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Recordings of</source>
        <translation>Чьи записи</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Any server</source>
        <translation>Любой сервер</translation>
    </message>
    <message>
        <source>Meeting ID</source>
        <translation>Код встречи</translation>
    </message>
    <message>
        <source>&amp;Recordings of:</source>
        <translation>Чьи &amp;записи:</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Сервер:</translation>
    </message>
    <message>
        <source>&amp;Meeting ID:</source>
        <translation>&amp;Код встречи:</translation>
    </message>
    <message>
        <source>Folder, with those below:</source>
        <translation>Папка с вложенными:</translation>
    </message>
    <message>
        <source>All of these hold:</source>
        <translation>Выполнены все условия:</translation>
    </message>
    <message>
        <source>Go to the trash</source>
        <translation>Отправляются в корзину</translation>
    </message>
    <message>
        <source>So many days after the recording</source>
        <translation>Через столько дней после записи</translation>
    </message>
    <message>
        <source>So many days after the last view</source>
        <translation>Через столько дней после просмотра</translation>
    </message>
    <message>
        <source>On a date, what was recorded before</source>
        <translation>В заданный день, если записаны раньше</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дней</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>День</translation>
    </message>
    <message>
        <source>The newest of each meeting stay</source>
        <translation>Последние записи каждой встречи остаются</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>None of the newest recordings is kept</extracomment>
        <translation>нисколько</translation>
    </message>
    <message>
        <source>Unpublish so many days before</source>
        <translation>Скрыть за столько дней до удаления</translation>
    </message>
    <message>
        <source>not before it goes</source>
        <extracomment>Recordings are not unpublished before they go</extracomment>
        <translation>не скрывать заранее</translation>
    </message>
    <message>
        <source>&amp;Go to the trash:</source>
        <translation>Отправляются в корз&amp;ину:</translation>
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation>&amp;Дней:</translation>
    </message>
    <message>
        <source>Da&amp;te:</source>
        <translation>Д&amp;ень:</translation>
    </message>
    <message>
        <source>The newest of each meeting that sta&amp;y:</source>
        <translation>Последних записей каждой встречи оставл&amp;ять:</translation>
    </message>
    <message>
        <source>&amp;Unpublish so many days before:</source>
        <translation>Скр&amp;ыть за столько дней до удаления:</translation>
    </message>
    <message>
        <source>Server number %1</source>
        <translation>Сервер номер %1</translation>
    </message>
    <message>
        <source>Folder of the policy</source>
        <translation>Папка правила</translation>
    </message>
    <message>
        <source>Which folder&apos;s recordings, and those below it?</source>
        <translation>Записи какой папки, вместе с вложенными?</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Выбрать</translation>
    </message>
    <message>
        <source>Choose the server.</source>
        <translation>Выберите сервер.</translation>
    </message>
    <message>
        <source>Type the meeting&apos;s ID, as its server has it.</source>
        <translation>Введите код встречи, как он записан на сервере.</translation>
    </message>
    <message>
        <source>Choose the folder.</source>
        <translation>Выберите папку.</translation>
    </message>
    <message>
        <source>A filter needs a condition: without one it would be every recording.</source>
        <translation>Фильтру нужно условие: без него это были бы все записи.</translation>
    </message>
    <message>
        <source>Fill in every condition, or remove it.</source>
        <translation>Заполните каждое условие или уберите его.</translation>
    </message>
    <message>
        <source>It cannot be unpublished before it is recorded: at most %1 days before.</source>
        <translation>Скрыть запись раньше, чем она сделана, нельзя: не больше чем за столько дней — %1.</translation>
    </message>
    <message>
        <source>Give the policy a name: forms and the journal tell it.</source>
        <translation>Назовите правило: название видно в формах и в журнале.</translation>
    </message>
    <message>
        <source>This is no policy.</source>
        <translation>Это не правило.</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Не выбрана</translation>
    </message>
    <message>
        <source>A folder you cannot see</source>
        <translation>Папка, которую вы не видите</translation>
    </message>
    <message>
        <source>%1. To the trash: %2.</source>
        <extracomment>%1: which recordings; %2: when</extracomment>
        <translation>%1. В корзину: %2.</translation>
    </message>
</context>
<context>
    <name>letopis::PolicyRules</name>
    <message>
        <source>Policies</source>
        <translation>Правила хранения</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>To the trash</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Добавить…</translation>
    </message>
    <message>
        <source>Ed&amp;it…</source>
        <translation>&amp;Изменить…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>Suspe&amp;nd</source>
        <translation>Приос&amp;тановить</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>&amp;Time zone…</source>
        <translation>Часово&amp;й пояс…</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>номер %1</translation>
    </message>
    <message>
        <source>(not seen by you)</source>
        <translation>(вам не видна)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>No policy yet: without one nothing goes by itself.</source>
        <translation>Правил пока нет: без них само ничто не удаляется.</translation>
    </message>
    <message>
        <source>Put i&amp;n force</source>
        <translation>Ввес&amp;ти в действие</translation>
    </message>
    <message>
        <source>The nearest policy decides: a meeting&apos;s before a filter&apos;s, before a folder&apos;s, before a server&apos;s; of equal ones the upper.</source>
        <translation>Решает ближайшее правило: встречи раньше фильтра, фильтра раньше папки, папки раньше сервера; из равных — верхнее.</translation>
    </message>
    <message>
        <source>Days are those of the time zone %1.</source>
        <translation>Дни считаются по часовому поясу %1.</translation>
    </message>
    <message>
        <source>The policy “%1” is added.</source>
        <translation>Правило «%1» добавлено.</translation>
    </message>
    <message>
        <source>The policy “%1” is changed.</source>
        <translation>Правило «%1» изменено.</translation>
    </message>
    <message>
        <source>What would go</source>
        <translation>Что удалится</translation>
    </message>
    <message>
        <source>On the servers where auto-deletion is on, this would go earlier than now, or at all:</source>
        <translation>На серверах, где автоудаление включено, раньше, чем теперь, или вообще удалятся:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>The policies are put back as they were.</source>
        <translation>Возвращаются прежние правила.</translation>
    </message>
    <message>
        <source>The policies are as they were.</source>
        <translation>Правила снова прежние.</translation>
    </message>
    <message>
        <source>Remove the policy</source>
        <translation>Убрать правило</translation>
    </message>
    <message>
        <source>Remove the policy “%1”?</source>
        <translation>Убрать правило «%1»?</translation>
    </message>
    <message>
        <source>What it was about is then decided by the next nearest policy, or stays.</source>
        <translation>Об этих записях будет решать следующее ближайшее правило, а если его нет, они останутся.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>The policy “%1” is removed.</source>
        <translation>Правило «%1» убрано.</translation>
    </message>
    <message>
        <source>The policy “%1” is moved up.</source>
        <translation>Правило «%1» поднято.</translation>
    </message>
    <message>
        <source>The policy “%1” is moved down.</source>
        <translation>Правило «%1» опущено.</translation>
    </message>
    <message>
        <source>The policy “%1” is in force.</source>
        <translation>Правило «%1» действует.</translation>
    </message>
    <message>
        <source>The policy “%1” is suspended.</source>
        <translation>Правило «%1» приостановлено.</translation>
    </message>
    <message>
        <source>Time zone of the policies</source>
        <translation>Часовой пояс правил</translation>
    </message>
    <message>
        <source>Days begin as in %1.</source>
        <translation>Дни начинаются, как в поясе %1.</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>И&amp;зменить</translation>
    </message>
    <message>
        <source>Days are now those of %1.</source>
        <translation>Теперь дни считаются по поясу %1.</translation>
    </message>
</context>
<context>
    <name>letopis::PrincipalPicker</name>
    <message>
        <source>Name, login or e-mail</source>
        <translation>Имя, логин или эл. почта</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Search people and groups</source>
        <translation>Поиск людей и групп</translation>
    </message>
    <message>
        <source>Search groups</source>
        <translation>Поиск групп</translation>
    </message>
    <message>
        <source>People and groups</source>
        <translation>Люди и группы</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Группы</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Никто не найден</translation>
    </message>
    <message>
        <source>Each word must begin a word of the name, the login or the e-mail.</source>
        <translation>Каждое слово должно начинать слово имени, логин или адрес.</translation>
    </message>
</context>
<context>
    <name>letopis::PrincipalTreeModel</name>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>A large group: only its first %1 members are below it.</source>
        <translation>Большая группа: показаны только первые %1 участников.</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Группа %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
</context>
<context>
    <name>letopis::ProposalListModel</name>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Moderated the meeting</source>
        <translation>Модератор встречи</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
</context>
<context>
    <name>letopis::ProposalsPage</name>
    <message>
        <source>A&amp;ccept…</source>
        <translation>П&amp;ринять…</translation>
    </message>
    <message>
        <source>&amp;Decline…</source>
        <translation>От&amp;клонить…</translation>
    </message>
    <message>
        <source>Accept a&amp;ll…</source>
        <translation>Принят&amp;ь все…</translation>
    </message>
    <message>
        <source>&amp;Go to recording</source>
        <translation>Пере&amp;йти к записи</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Предложения</translation>
    </message>
    <message>
        <source>What they may do now</source>
        <translation>Что можно сейчас</translation>
    </message>
    <message>
        <source>Choose one proposal.</source>
        <translation>Выберите одно предложение.</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>Nothing is proposed</source>
        <translation>Предложений нет</translation>
    </message>
    <message>
        <source>Who moderates a meeting, is known among the people and cannot manage its recording, is proposed here after a sync. People are known by their ID at the server or by their e-mail address.</source>
        <translation>Здесь после синхронизации предлагаются модераторы встреч, которые есть среди людей и не могут управлять записью. Людей узнают по идентификатору на сервере или по адресу электронной почты.</translation>
    </message>
    <message>
        <source>See &amp;people</source>
        <translation>Посмотреть &amp;людей</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n proposal(s), newest meetings first.</source>
        <translation>
            <numerusform>Первые %1 из %n предложения, сначала новые встречи.</numerusform>
            <numerusform>Первые %1 из %n предложений, сначала новые встречи.</numerusform>
            <numerusform>Первые %1 из %n предложений, сначала новые встречи.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A&amp;ccept %n proposal(s)…</source>
        <translation>
            <numerusform>П&amp;ринять %n предложение…</numerusform>
            <numerusform>П&amp;ринять %n предложения…</numerusform>
            <numerusform>П&amp;ринять %n предложений…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Decline %n proposal(s)…</source>
        <translation>
            <numerusform>От&amp;клонить %n предложение…</numerusform>
            <numerusform>От&amp;клонить %n предложения…</numerusform>
            <numerusform>От&amp;клонить %n предложений…</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows who gains what, then gives it (%1)</source>
        <translation>Покажет, кто что получит, и откроет доступ (%1)</translation>
    </message>
    <message>
        <source>Proposes it no more (%1)</source>
        <translation>Больше не предлагать (%1)</translation>
    </message>
    <message>
        <source>Shows for all of them who gains what, then gives it</source>
        <translation>Покажет для всех, кто что получит, и откроет доступ</translation>
    </message>
    <message>
        <source>Accept proposals</source>
        <translation>Принятие предложений</translation>
    </message>
    <message>
        <source>&amp;Give access</source>
        <translation>Открыть &amp;доступ</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) accepted.</source>
        <translation>
            <numerusform>Принято %n предложение.</numerusform>
            <numerusform>Принято %n предложения.</numerusform>
            <numerusform>Принято %n предложений.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 recordings at once: the others are still open.</source>
        <translation>Не больше %1 записей за раз: остальные предложения ещё открыты.</translation>
    </message>
    <message>
        <source>Decline proposals</source>
        <translation>Отклонение предложений</translation>
    </message>
    <message numerus="yes">
        <source>Decline %n proposal(s)?</source>
        <translation>
            <numerusform>Отклонить %n предложение?</numerusform>
            <numerusform>Отклонить %n предложения?</numerusform>
            <numerusform>Отклонить %n предложений?</numerusform>
        </translation>
    </message>
    <message>
        <source>Decline to give “%1” to %2?</source>
        <translation>Отклонить доступ к записи «%1» для %2?</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>&amp;Отклонить</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) declined.</source>
        <translation>
            <numerusform>Отклонено %n предложение.</numerusform>
            <numerusform>Отклонено %n предложения.</numerusform>
            <numerusform>Отклонено %n предложений.</numerusform>
        </translation>
    </message>
    <message>
        <source>The permissions were changed meanwhile.</source>
        <translation>Разрешения тем временем изменились.</translation>
    </message>
    <message>
        <source>Accept it again.</source>
        <translation>Примите предложение ещё раз.</translation>
    </message>
    <message>
        <source>It is not proposed again. Access can still be given in the recording&apos;s permissions.</source>
        <translation>Больше это предлагаться не будет. Доступ по-прежнему можно открыть в правах записи.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) open again.</source>
        <translation>
            <numerusform>%n предложение снова открыто.</numerusform>
            <numerusform>%n предложения снова открыты.</numerusform>
            <numerusform>%n предложений снова открыты.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::RealityPanel</name>
    <message>
        <source>Compare &amp;now</source>
        <translation>Сверить сейч&amp;ас</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Находки</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>How it is mended</source>
        <translation>Как исправить</translation>
    </message>
    <message>
        <source>Reads the server&apos;s list and, where it has an SSH account, its disk; changes nothing</source>
        <translation>Читает список сервера и его диск, если есть учётная запись SSH; ничего не меняет</translation>
    </message>
    <message>
        <source>Deleting what is left</source>
        <translation>Удаление остатков</translation>
    </message>
    <message>
        <source>The plan is confirmed and waits for another administrator&apos;s approval.</source>
        <translation>План подтверждён и ждёт одобрения другого администратора.</translation>
    </message>
    <message>
        <source>Show the &amp;plan</source>
        <translation>Показать пла&amp;н</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message numerus="yes">
        <source>Shown are the first %n; mend these, then compare again.</source>
        <translation>
            <numerusform>Показана первая %n; исправьте её и сверьте ещё раз.</numerusform>
            <numerusform>Показаны первые %n; исправьте их и сверьте ещё раз.</numerusform>
            <numerusform>Показаны первые %n; исправьте их и сверьте ещё раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>No servers</source>
        <translation>Серверов нет</translation>
    </message>
    <message>
        <source>Connect a server to compare it with the catalog.</source>
        <translation>Подключите сервер, чтобы сверить его с каталогом.</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Ещё не сверяли</translation>
    </message>
    <message>
        <source>Compares what the server lists, what lies on its disk and what the catalog has. Nothing is changed.</source>
        <translation>Сверяет, что перечисляет сервер, что лежит на его диске и что есть в каталоге. Ничего не меняет.</translation>
    </message>
    <message>
        <source>&amp;Compare now</source>
        <translation>Свер&amp;ить</translation>
    </message>
    <message>
        <source>Nothing disagrees</source>
        <translation>Расхождений нет</translation>
    </message>
    <message>
        <source>The server&apos;s list, its disk as far as it was looked at, and the catalog say the same.</source>
        <translation>Список сервера, его диск, насколько его удалось увидеть, и каталог говорят одно и то же.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: a kind of finding, %2: how many</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Several kinds</source>
        <translation>Разного рода</translation>
    </message>
    <message>
        <source>Choose findings of one kind to read what they mean.</source>
        <translation>Выберите находки одного рода, чтобы прочитать, что они значат.</translation>
    </message>
    <message>
        <source>In detail: %1</source>
        <extracomment>What lies where, in the server&apos;s words</extracomment>
        <translation>Подробно: %1</translation>
    </message>
    <message>
        <source>&amp;Delete what is left (%1)…</source>
        <translation>У&amp;далить остатки (%1)…</translation>
    </message>
    <message>
        <source>Choose findings that are mended in the same way</source>
        <translation>Выберите находки, которые исправляются одинаково</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Сверка</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Синхронизация</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>The server is synced.</source>
        <translation>Сервер синхронизирован.</translation>
    </message>
    <message>
        <source>&amp;Go to recording</source>
        <translation>Пере&amp;йти к записи</translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation>&amp;Где:</translation>
    </message>
    <message>
        <source>S&amp;ync the server</source>
        <translation>Син&amp;хронизировать сервер</translation>
    </message>
    <message>
        <source>Compare ag&amp;ain</source>
        <translation>Сверить ещё &amp;раз</translation>
    </message>
</context>
<context>
    <name>letopis::RecordingActions</name>
    <message>
        <source>Download %1</source>
        <translation>Скачать: %1</translation>
    </message>
</context>
<context>
    <name>letopis::RecordingListModel</name>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Joins counted by the server: one person may count several times</source>
        <translation>Входы по счёту сервера: один человек может быть посчитан несколько раз</translation>
    </message>
    <message>
        <source>%1, new</source>
        <extracomment>Read out for a recording nobody opened here yet, which is bold; %1 is its title</extracomment>
        <translation>%1, новая</translation>
    </message>
    <message>
        <source>%1, with changes that are not applied</source>
        <extracomment>Read out for a recording in whose form something is typed; %1 is its title</extracomment>
        <translation>%1, есть неприменённые изменения</translation>
    </message>
    <message>
        <source>Has changes that are not applied.</source>
        <translation>Есть неприменённые изменения.</translation>
    </message>
</context>
<context>
    <name>letopis::RecordingTable</name>
    <message>
        <source>Recordings</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Right click to choose columns</source>
        <translation>Столбцы выбираются правой кнопкой</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Вернуть столбцы</translation>
    </message>
</context>
<context>
    <name>letopis::RecordingsPage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>Повто&amp;рить</translation>
    </message>
    <message>
        <source>No servers yet</source>
        <translation>Серверов пока нет</translation>
    </message>
    <message>
        <source>Connect a BigBlueButton server: Letopis keeps a catalog of all its recordings here, with everybody who took part.</source>
        <translation>Подключите сервер BigBlueButton: Летопись соберёт здесь каталог всех его записей и всех, кто участвовал.</translation>
    </message>
    <message>
        <source>Connect a server</source>
        <translation>Подключить сервер</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Записей пока нет</translation>
    </message>
    <message>
        <source>Sync to fetch the list of recordings from the server.</source>
        <translation>Синхронизируйте, чтобы получить список записей с сервера.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Синхронизировать</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No recording matches the search and the filters.</source>
        <translation>Нет записей, которые подходят под поиск и отборы.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Сбросить поиск и отборы</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Ничего нового</translation>
    </message>
    <message>
        <source>Recordings that arrive with the next sync will be listed here.</source>
        <translation>Здесь появятся записи, пришедшие при следующей синхронизации.</translation>
    </message>
    <message>
        <source>No recordings</source>
        <translation>Записей нет</translation>
    </message>
    <message>
        <source>Nothing was opened to you yet.</source>
        <translation>Вам пока ничего не открыли.</translation>
    </message>
    <message>
        <source>Nothing in this folder</source>
        <translation>В этой папке пусто</translation>
    </message>
    <message>
        <source>Drag recordings here, or choose “Move to folder” in their menu.</source>
        <translation>Перетащите сюда записи или выберите «Переместить в папку» в их меню.</translation>
    </message>
    <message>
        <source>Show all recordings</source>
        <translation>Показать все записи</translation>
    </message>
</context>
<context>
    <name>letopis::RestoreDialog</name>
    <message>
        <source>Last change</source>
        <translation>Последнее изменение</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записей</translation>
    </message>
    <message>
        <source>Newest recording</source>
        <translation>Самая новая запись</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Серверов</translation>
    </message>
    <message>
        <source>Edits waiting for a server</source>
        <translation>Правок ждут отправки</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Материалов</translation>
    </message>
    <message>
        <source>Materials not on a server yet</source>
        <translation>Материалов ещё нет на сервере</translation>
    </message>
    <message>
        <source>In the catalog now</source>
        <translation>Сейчас в каталоге</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>В копии</translation>
    </message>
    <message>
        <source>%1: now %2, in the backup %3</source>
        <translation>%1: сейчас %2, в копии %3</translation>
    </message>
    <message>
        <source>Comparison of the catalogs</source>
        <translation>Сравнение каталогов</translation>
    </message>
    <message>
        <source>Restore the catalog</source>
        <translation>Восстановление каталога</translation>
    </message>
    <message>
        <source>The backup of %1 was checked and is whole.</source>
        <translation>Копия от %1 проверена: она цела.</translation>
    </message>
    <message>
        <source>The catalog that is here now is kept beside it under another name; recordings and files on the servers are not touched. Passwords are never in a backup: this computer&apos;s stay. The catalog is replaced while Letopis starts, so it has to start anew.</source>
        <translation>Нынешний каталог сохранится рядом под другим именем; записи и файлы на серверах не затрагиваются. Паролей в копиях нет: остаются те, что на этом компьютере. Каталог заменяется при запуске, поэтому Летопись нужно перезапустить.</translation>
    </message>
    <message>
        <source>Restore and &amp;restart</source>
        <translation>Восстановить и &amp;перезапустить</translation>
    </message>
    <message>
        <source>Restore at the &amp;next start</source>
        <translation>Восстановить при следующем &amp;запуске</translation>
    </message>
    <message>
        <source>Do not restore</source>
        <translation>Не восстанавливать</translation>
    </message>
</context>
<context>
    <name>letopis::RetentionActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
</context>
<context>
    <name>letopis::RetentionCommands</name>
    <message>
        <source>It is as it was.</source>
        <translation>Всё снова как было.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) follow(s) the policies.</source>
        <translation>
            <numerusform>%n запись удаляется по правилам.</numerusform>
            <numerusform>%n записи удаляются по правилам.</numerusform>
            <numerusform>%n записей удаляются по правилам.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) stay(s), whatever the policies say.</source>
        <translation>
            <numerusform>%n запись остаётся независимо от правил.</numerusform>
            <numerusform>%n записи остаются независимо от правил.</numerusform>
            <numerusform>%n записей остаются независимо от правил.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) go(es) to the trash on %1.</source>
        <translation>
            <numerusform>%n запись отправится в корзину %1.</numerusform>
            <numerusform>%n записи отправятся в корзину %1.</numerusform>
            <numerusform>%n записей отправятся в корзину %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) held.</source>
        <translation>
            <numerusform>Удаление %n записи запрещено.</numerusform>
            <numerusform>Удаление %n записей запрещено.</numerusform>
            <numerusform>Удаление %n записей запрещено.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hold is released.</source>
        <translation>Запрет снят.</translation>
    </message>
</context>
<context>
    <name>letopis::RetentionForm</name>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Set a hold…</source>
        <translation>Запретить удаление…</translation>
    </message>
    <message>
        <source>Said of this recording</source>
        <translation>Задано для этой записи</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Запрет удаления</translation>
    </message>
    <message>
        <source>Nobody holds it. While a recording is held, nothing deletes it, neither a policy nor anybody by hand.</source>
        <translation>Запрета нет. Пока он действует, запись не удалит ни правило, ни человек.</translation>
    </message>
    <message>
        <source>Policies about it, the nearest first</source>
        <translation>Правила о ней, начиная с ближайшего</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Days are those of the time zone %1.</source>
        <translation>Дни считаются по часовому поясу %1.</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Снять…</translation>
    </message>
    <message>
        <source>Release the hold: %1</source>
        <translation>Снять запрет: %1</translation>
    </message>
</context>
<context>
    <name>letopis::RetentionPage</name>
    <message>
        <source>Auto-deletion</source>
        <translation>Автоудаление</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Симулятор</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Планы</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Reality check</source>
        <translation>Сверка</translation>
    </message>
</context>
<context>
    <name>letopis::RetentionPresenter</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>letopis::RulesSection</name>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Попро&amp;бовать снова</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
</context>
<context>
    <name>letopis::SaveStep</name>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Синхронизировать сейчас</translation>
    </message>
    <message>
        <source>“%1” is ready to be connected.</source>
        <translation>«%1» готов к подключению.</translation>
    </message>
    <message>
        <source>Recordings come from %1</source>
        <translation>Записи берутся с %1</translation>
    </message>
    <message>
        <source>Participants come from %1, %2</source>
        <translation>Участники — с %1, %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранение</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Подключить</translation>
    </message>
</context>
<context>
    <name>letopis::SearchField</name>
    <message>
        <source>Search titles, people, metadata…</source>
        <translation>Названия, люди, метаданные…</translation>
    </message>
    <message>
        <source>Search recordings</source>
        <translation>Поиск записей</translation>
    </message>
    <message>
        <source>Each word may be a beginning; &quot;quotes&quot; find an exact phrase (%1)</source>
        <translation>Слово может быть началом; в &quot;кавычках&quot; — точная фраза (%1)</translation>
    </message>
</context>
<context>
    <name>letopis::SecretPlace</name>
    <message>
        <source>Secrets are kept in %1.</source>
        <translation>Секреты хранятся здесь: %1.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Letopis can use, or it is locked.</source>
        <translation>На этом компьютере нет хранилища ключей, доступного Летописи, или оно заперто.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or keep the secrets in a file in your profile. Whoever can read your files can then read them.</source>
        <translation>Отоприте его и повторите или храните секреты в файле профиля. Тогда их прочтёт тот, кто может читать ваши файлы.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Повто&amp;рить</translation>
    </message>
    <message>
        <source>Keep the secrets in a &amp;file that only you can read</source>
        <translation>&amp;Хранить секреты в файле, доступном только вам</translation>
    </message>
</context>
<context>
    <name>letopis::SeeAsActions</name>
    <message>
        <source>This window shows already what somebody else sees.</source>
        <translation>Это окно уже показывает то, что видит другой человек.</translation>
    </message>
    <message>
        <source>Only a full administrator sees the catalog as somebody else.</source>
        <translation>Смотреть каталог глазами другого может только администратор.</translation>
    </message>
    <message>
        <source>See as…</source>
        <translation>Посмотреть как…</translation>
    </message>
    <message>
        <source>The catalog opens in another window as this person sees it. Nothing can be changed there.</source>
        <translation>Каталог откроется в другом окне таким, каким его видит этот человек. Изменить там ничего нельзя.</translation>
    </message>
    <message>
        <source>&amp;See as this person</source>
        <translation>&amp;Посмотреть его глазами</translation>
    </message>
</context>
<context>
    <name>letopis::SeekSlider</name>
    <message>
        <source>Position in the recording</source>
        <translation>Место в записи</translation>
    </message>
</context>
<context>
    <name>letopis::SelectionSummary</name>
    <message numerus="yes">
        <source>%n recording(s) selected</source>
        <translation>
            <numerusform>Выбрана %n запись</numerusform>
            <numerusform>Выбрано %n записи</numerusform>
            <numerusform>Выбрано %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit title, description, tags and other fields of all of them in one go. Before anything changes, you see what will.</source>
        <translation>Название, описание, метки и другие поля можно изменить сразу у всех. Прежде чем что-то изменится, вы увидите что.</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n recording(s)…</source>
        <translation>
            <numerusform>Изменить %n запись…</numerusform>
            <numerusform>Изменить %n записи…</numerusform>
            <numerusform>Изменить %n записей…</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit all that were found: %1…</source>
        <translation>Изменить все найденные: %1…</translation>
    </message>
</context>
<context>
    <name>letopis::ServerActions</name>
    <message>
        <source>&amp;Look at the certificate…</source>
        <translation>Пос&amp;мотреть сертификат…</translation>
    </message>
    <message>
        <source>&amp;Look at the host key…</source>
        <translation>Пос&amp;мотреть ключ сервера…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Повто&amp;рить</translation>
    </message>
    <message>
        <source>Show &amp;jobs</source>
        <translation>Показать за&amp;дания</translation>
    </message>
</context>
<context>
    <name>letopis::ServerChoice</name>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Все серверы</translation>
    </message>
</context>
<context>
    <name>letopis::ServerDetails</name>
    <message>
        <source>Only on request</source>
        <translation>Только по запросу</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Каждый %n час</numerusform>
            <numerusform>Каждые %n часа</numerusform>
            <numerusform>Каждые %n часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Каждую %n минуту</numerusform>
            <numerusform>Каждые %n минуты</numerusform>
            <numerusform>Каждые %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate exceptions</source>
        <translation>Исключения для сертификатов</translation>
    </message>
    <message>
        <source>API URL:</source>
        <translation>Адрес API:</translation>
    </message>
    <message>
        <source>SSH account:</source>
        <translation>Учётная запись SSH:</translation>
    </message>
    <message>
        <source>Data root:</source>
        <translation>Корень данных:</translation>
    </message>
    <message>
        <source>Syncs:</source>
        <translation>Синхронизация:</translation>
    </message>
    <message>
        <source>Last sync:</source>
        <translation>Последняя синхронизация:</translation>
    </message>
    <message>
        <source>None: participants&apos; names are not known</source>
        <translation>Нет: имена участников неизвестны</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, до %2</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
</context>
<context>
    <name>letopis::ServerDirectory</name>
    <message>
        <source>not synced yet</source>
        <extracomment>State of a server</extracomment>
        <translation>ещё не синхронизирован</translation>
    </message>
    <message>
        <source>up to date</source>
        <extracomment>State of a server</extracomment>
        <translation>актуален</translation>
    </message>
    <message>
        <source>syncing</source>
        <extracomment>State of a server</extracomment>
        <translation>синхронизируется</translation>
    </message>
    <message>
        <source>last sync failed</source>
        <extracomment>State of a server</extracomment>
        <translation>последняя синхронизация не удалась</translation>
    </message>
</context>
<context>
    <name>letopis::ServerForm</name>
    <message>
        <source>Server “%1”</source>
        <extracomment>Title of a dialog: a server&apos;s name</extracomment>
        <translation>Сервер «%1»</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Сохра&amp;нить</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Disk (SSH)</source>
        <translation>Диск (SSH)</translation>
    </message>
    <message>
        <source>Network and sync</source>
        <translation>Сеть и синхронизация</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>Mo&amp;derators of meetings:</source>
        <translation>&amp;Модераторы встреч:</translation>
    </message>
    <message>
        <source>Who moderates a meeting gets nothing by it.</source>
        <translation>Модератор встречи ничего от этого не получает.</translation>
    </message>
    <message>
        <source>Who moderates a meeting and is known among the people is proposed for the permission Manage on its recording. Nothing changes until somebody accepts it on the page “Proposals”.</source>
        <translation>Модератору встречи, который есть среди людей, предлагается разрешение «Управление» её записью. Ничего не изменится, пока предложение не примут на странице «Предложения».</translation>
    </message>
    <message>
        <source>Who moderates a meeting and is known among the people gets the permission Manage on its recording after the next sync. Open proposals of this server are granted then, too.</source>
        <translation>Модератор встречи, который есть среди людей, получает разрешение «Управление» её записью после следующей синхронизации. Тогда же исполнятся открытые предложения этого сервера.</translation>
    </message>
</context>
<context>
    <name>letopis::ServerRules</name>
    <message>
        <source>on</source>
        <translation>включено</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключено</translation>
    </message>
    <message>
        <source>two people</source>
        <translation>двое</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>один человек</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Auto-deletion</source>
        <translation>Автоудаление</translation>
    </message>
    <message>
        <source>Warnings, days before</source>
        <translation>Предупреждать, за дней</translation>
    </message>
    <message>
        <source>Days in the trash</source>
        <translation>Дней в корзине</translation>
    </message>
    <message>
        <source>Limit of a run</source>
        <translation>Предел запуска</translation>
    </message>
    <message>
        <source>Deletes for good</source>
        <translation>Окончательно удаляет</translation>
    </message>
    <message>
        <source>S&amp;witch on…</source>
        <translation>Вклю&amp;чить…</translation>
    </message>
    <message>
        <source>&amp;Parameters…</source>
        <translation>Па&amp;раметры…</translation>
    </message>
    <message>
        <source>S&amp;ync now</source>
        <translation>Синхро&amp;низировать</translation>
    </message>
    <message>
        <source>No server is connected. Auto-deletion starts with one.</source>
        <translation>Нет подключённых серверов. Автоудаление начинается с сервера.</translation>
    </message>
    <message>
        <source>S&amp;witch off…</source>
        <translation>Выклю&amp;чить…</translation>
    </message>
    <message>
        <source>&amp;Keep this catalog…</source>
        <translation>Оставить этот катало&amp;г…</translation>
    </message>
    <message>
        <source>Nothing is deleted there now: %1 %2</source>
        <translation>Сейчас там ничто не удаляется. %1 %2</translation>
    </message>
    <message>
        <source>Switch auto-deletion on</source>
        <translation>Включить автоудаление</translation>
    </message>
    <message>
        <source>By the policies as they are, this would go from %1, now and in time. Nothing goes at once: a plan is made, and you see it first.</source>
        <translation>По нынешним правилам с сервера %1 сразу и со временем удалится вот что. В тот же миг не удаляется ничего: составляется план, и сначала вы его увидите.</translation>
    </message>
    <message>
        <source>S&amp;witch on</source>
        <translation>Вклю&amp;чить</translation>
    </message>
    <message>
        <source>Auto-deletion is switched on: %1.</source>
        <translation>Автоудаление включено: %1.</translation>
    </message>
    <message>
        <source>Switch auto-deletion off</source>
        <translation>Выключить автоудаление</translation>
    </message>
    <message>
        <source>Switch auto-deletion off on %1?</source>
        <translation>Выключить автоудаление на сервере %1?</translation>
    </message>
    <message>
        <source>From then on nothing goes by itself there. What is in the trash stays there. To switch it on again you look at what would go, as the first time.</source>
        <translation>После этого само там ничто не удаляется. То, что в корзине, в ней и останется. Чтобы включить снова, нужно будет посмотреть, что удалится, как в первый раз.</translation>
    </message>
    <message>
        <source>S&amp;witch off</source>
        <translation>Выклю&amp;чить</translation>
    </message>
    <message>
        <source>Auto-deletion is switched off: %1.</source>
        <translation>Автоудаление выключено: %1.</translation>
    </message>
    <message>
        <source>The parameters of %1 are saved.</source>
        <translation>Параметры сохранены: %1.</translation>
    </message>
    <message>
        <source>The parameters of %1 are as they were.</source>
        <translation>Параметры снова прежние: %1.</translation>
    </message>
    <message>
        <source>A sync of %1 has begun.</source>
        <translation>Началась синхронизация: %1.</translation>
    </message>
    <message>
        <source>Is this the right catalog?</source>
        <translation>Тот ли это каталог?</translation>
    </message>
    <message>
        <source>This profile has seen a newer catalog than this one.</source>
        <translation>Этот профиль уже видел более новый каталог.</translation>
    </message>
    <message>
        <source>If it was restored from a backup on purpose, say so: auto-deletion then goes by this catalog, and the journal tells who said so. If not, quit Letopis and look for the newer one.</source>
        <translation>Если он восстановлен из резервной копии намеренно, подтвердите это: автоудаление пойдёт по этому каталогу, а журнал запомнит, кто подтвердил. Если нет, закройте Летопись и найдите более новый каталог.</translation>
    </message>
    <message>
        <source>It is the &amp;right one</source>
        <translation>Это &amp;он</translation>
    </message>
    <message>
        <source>From now on this catalog counts.</source>
        <translation>Теперь действует этот каталог.</translation>
    </message>
</context>
<context>
    <name>letopis::ServersPage</name>
    <message>
        <source>&amp;Connect a server…</source>
        <translation>По&amp;дключить сервер…</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Синхронизация</translation>
    </message>
    <message>
        <source>No servers yet</source>
        <translation>Серверов пока нет</translation>
    </message>
    <message>
        <source>Connect a BigBlueButton server to see its recordings here.</source>
        <translation>Подключите сервер BigBlueButton, чтобы увидеть здесь его записи.</translation>
    </message>
    <message>
        <source>&amp;Connect a server</source>
        <translation>По&amp;дключить сервер</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяется…</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Синхронизируется…</translation>
    </message>
    <message>
        <source>Syncing, %1 %</source>
        <extracomment>A running sync, %1 is a number</extracomment>
        <translation>Синхронизируется, %1 %</translation>
    </message>
    <message>
        <source>The last sync failed</source>
        <translation>Последняя синхронизация не удалась</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Синхронизирован</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Ещё не синхронизирован</translation>
    </message>
    <message>
        <source>“%1” works.</source>
        <translation>«%1» работает.</translation>
    </message>
    <message>
        <source>Remove server</source>
        <translation>Удаление сервера</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>Its recordings stay in the catalog; they are not synced any more. Its secrets and exceptions are deleted.</source>
        <translation>Записи останутся в каталоге, но больше не будут синхронизироваться. Секреты и исключения удаляются.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>&amp;Изменить…</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>Пр&amp;оверить</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>Си&amp;нхронизировать</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Повто&amp;рить</translation>
    </message>
    <message>
        <source>&amp;Look at the certificate…</source>
        <translation>Пос&amp;мотреть сертификат…</translation>
    </message>
    <message>
        <source>&amp;Look at the host key…</source>
        <translation>Пос&amp;мотреть ключ сервера…</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) not sent to it yet will stay in this catalog only.</source>
        <translation>
            <numerusform>%n неотправленная правка останется только в этом каталоге.</numerusform>
            <numerusform>%n неотправленные правки останутся только в этом каталоге.</numerusform>
            <numerusform>%n неотправленных правок останутся только в этом каталоге.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) not sent to it yet will stay in this catalog only.</source>
        <translation>
            <numerusform>%n материал, ещё не отправленный на него, останется только в этом каталоге.</numerusform>
            <numerusform>%n материала, ещё не отправленные на него, останутся только в этом каталоге.</numerusform>
            <numerusform>%n материалов, ещё не отправленных на него, останутся только в этом каталоге.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;How to free the disk…</source>
        <translation>Как осво&amp;бождать диск…</translation>
    </message>
</context>
<context>
    <name>letopis::ServiceRightsDialog</name>
    <message>
        <source>&amp;Table:</source>
        <translation>&amp;Таблица:</translation>
    </message>
    <message>
        <source>Search rights</source>
        <translation>Поиск прав</translation>
    </message>
    <message>
        <source>&amp;Service:</source>
        <translation>&amp;Сервис:</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>С&amp;копировать таблицу</translation>
    </message>
    <message>
        <source>Copies what is shown as tab-separated text, for spreadsheets</source>
        <translation>Копирует показанное как текст с табуляциями, для электронных таблиц</translation>
    </message>
    <message>
        <source>Rights in %1</source>
        <extracomment>%1 is a conference service: &quot;Rights in BigBlueButton&quot;</extracomment>
        <translation>Права в %1</translation>
    </message>
    <message>
        <source>Source: %1, %2 (compared on %3)</source>
        <extracomment>%1 is a document, %2 its address, %3 a date</extracomment>
        <translation>Источник: %1, %2 (сверено %3)</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No right of this table holds “%1”.</source>
        <translation>В этой таблице нет прав со словами «%1».</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ServiceRightsModel</name>
    <message>
        <source>Yes</source>
        <extracomment>In a table of rights: the role may do this</extracomment>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>In a table of rights: the role may not do this</extracomment>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Not stated</source>
        <extracomment>In a table of rights: the service&apos;s description says neither yes nor no</extracomment>
        <translation>Не указано</translation>
    </message>
    <message>
        <source>%1, the role of this participant</source>
        <extracomment>%1 is the name of a role</extracomment>
        <translation>%1, роль этого участника</translation>
    </message>
</context>
<context>
    <name>letopis::ShortcutMap</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>В таблице</translation>
    </message>
    <message>
        <source>Open the selected recording</source>
        <translation>Открыть выбранную запись</translation>
    </message>
    <message>
        <source>Copy the selected row</source>
        <translation>Копировать выбранную строку</translation>
    </message>
    <message>
        <source>In the search field</source>
        <translation>В поле поиска</translation>
    </message>
    <message>
        <source>Go to the results</source>
        <translation>Перейти к результатам</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Воспроизвести или приостановить</translation>
    </message>
    <message>
        <source>5 seconds back or forward</source>
        <translation>На 5 секунд назад или вперёд</translation>
    </message>
    <message>
        <source>15 seconds back or forward</source>
        <translation>На 15 секунд назад или вперёд</translation>
    </message>
    <message>
        <source>To the beginning, to the last seconds</source>
        <translation>К началу, к последним секундам</translation>
    </message>
    <message>
        <source>To a tenth of the recording</source>
        <translation>К десятой части записи</translation>
    </message>
    <message>
        <source>Slower, faster, usual speed</source>
        <translation>Медленнее, быстрее, обычная скорость</translation>
    </message>
    <message>
        <source>Louder, softer, sound off</source>
        <translation>Громче, тише, без звука</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>In the player</source>
        <translation>В проигрывателе</translation>
    </message>
    <message>
        <source>In the information form</source>
        <translation>В форме сведений</translation>
    </message>
    <message>
        <source>Apply the changes</source>
        <translation>Применить изменения</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>В исходящих</translation>
    </message>
    <message>
        <source>Decide the selected conflict</source>
        <translation>Решить выбранный конфликт</translation>
    </message>
    <message>
        <source>Discard the selected edits</source>
        <translation>Отказаться от выбранных изменений</translation>
    </message>
</context>
<context>
    <name>letopis::SimulationModel</name>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Удаляется</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Last viewed</source>
        <translation>Последний просмотр</translation>
    </message>
    <message>
        <source>A recording you cannot see</source>
        <translation>Запись, которую вы не видите</translation>
    </message>
    <message>
        <source>Held, so it stays</source>
        <translation>Остаётся: удаление запрещено</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: a day, %2: what happens then, such as &quot;unpublish&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>A hold keeps it. Without the hold it would go on %1.</source>
        <translation>Её хранит запрет удаления. Без запрета она ушла бы %1.</translation>
    </message>
    <message>
        <source>Watched lately: %1</source>
        <translation>Недавно смотрели: %1</translation>
    </message>
</context>
<context>
    <name>letopis::SimulatorPanel</name>
    <message>
        <source>As if auto-deletion were &amp;on everywhere</source>
        <translation>Как если бы автоудаление было включено вез&amp;де</translation>
    </message>
    <message>
        <source>Save the &amp;list…</source>
        <translation>Сохранить сп&amp;исок…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Days after the recording</source>
        <translation>Дней после записи</translation>
    </message>
    <message>
        <source>Else only servers on which it is switched on</source>
        <translation>Иначе только серверы, на которых оно включено</translation>
    </message>
    <message>
        <source>R&amp;ules:</source>
        <translation>Пр&amp;авила:</translation>
    </message>
    <message>
        <source>What would go</source>
        <translation>Что удалится</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>The soonest first</source>
        <translation>Сначала ближайшие</translation>
    </message>
    <message>
        <source>The largest first</source>
        <translation>Сначала самые большие</translation>
    </message>
    <message>
        <source>The last viewed first</source>
        <translation>Сначала недавно просмотренные</translation>
    </message>
    <message>
        <source>Or&amp;der:</source>
        <translation>Пор&amp;ядок:</translation>
    </message>
    <message>
        <source>The number beside a month: recordings that go to the trash in it. Choose a day to see its recordings in the list.</source>
        <translation>Число рядом с месяцем — сколько записей в нём уйдёт в корзину. Выберите день, чтобы увидеть его записи в списке.</translation>
    </message>
    <message>
        <source>The rules as they are</source>
        <translation>Правила как есть</translation>
    </message>
    <message>
        <source>Only: so many days after the recording</source>
        <translation>Только: столько дней после записи</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <extracomment>%1: the name of a policy</extracomment>
        <translation>Только «%1»</translation>
    </message>
    <message>
        <source>The trial</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Finding out what would go…</source>
        <translation>Подсчёт того, что удалится…</translation>
    </message>
    <message>
        <source>Of %1 on the servers %2 are left after a year: %3 are freed. New recordings are not counted.</source>
        <extracomment>Three sizes</extracomment>
        <translation>Из %1 на серверах через год останется %2: освободится %3. Новые записи не считаются.</translation>
    </message>
    <message>
        <source>No policies yet</source>
        <translation>Политик ещё нет</translation>
    </message>
    <message>
        <source>Without a policy nothing goes. Try days after the recording above, or make a policy.</source>
        <translation>Без политики ничего не уходит. Попробуйте выше срок после записи или создайте политику.</translation>
    </message>
    <message>
        <source>Nothing would go by then</source>
        <translation>К этому дню ничего не уйдёт</translation>
    </message>
    <message>
        <source>Choose a later day, or other rules.</source>
        <translation>Выберите день позже или другие правила.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Сохранить список</translation>
    </message>
    <message>
        <source>auto-deletion.csv</source>
        <translation>автоудаление.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>The list was saved.</source>
        <translation>Список сохранён.</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>&amp;Go to recording</source>
        <translation>Пере&amp;йти к записи</translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation>&amp;Где:</translation>
    </message>
    <message>
        <source>&amp;By the end of:</source>
        <translation>К кон&amp;цу дня:</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <extracomment>After a number in a field</extracomment>
        <translation>
            <numerusform>день</numerusform>
            <numerusform>дня</numerusform>
            <numerusform>дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Show &amp;the rules</source>
        <translation>Показа&amp;ть правила</translation>
    </message>
</context>
<context>
    <name>letopis::SkeletonRows</name>
    <message>
        <source>Loading…</source>
        <translation>Загружается…</translation>
    </message>
</context>
<context>
    <name>letopis::SshFields</name>
    <message>
        <source>Names, roles and times of the participants are in files on the server&apos;s disk. Without an SSH account only their number is known.</source>
        <translation>Имена, роли и время участников — в файлах на диске сервера. Без учётной записи SSH известно только их число.</translation>
    </message>
    <message>
        <source>&amp;Read the server&apos;s disk over SSH</source>
        <translation>&amp;Читать диск сервера по SSH</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>&amp;Учётная запись:</translation>
    </message>
    <message>
        <source>SSH agent or the usual keys</source>
        <translation>SSH-агент или обычные ключи</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Файл ключа</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>&amp;Log in with:</source>
        <translation>&amp;Способ входа:</translation>
    </message>
    <message>
        <source>&amp;Key file:</source>
        <translation>&amp;Файл ключа:</translation>
    </message>
    <message>
        <source>Choose the private key</source>
        <translation>Выберите закрытый ключ</translation>
    </message>
    <message>
        <source>Key&apos;s &amp;passphrase:</source>
        <translation>Парольная фр&amp;аза ключа:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Пароль:</translation>
    </message>
    <message>
        <source>&amp;Data root:</source>
        <translation>&amp;Корень данных:</translation>
    </message>
    <message>
        <source>Known &amp;hosts file:</source>
        <translation>Файл из&amp;вестных узлов:</translation>
    </message>
    <message>
        <source>Choose the known_hosts file</source>
        <translation>Выберите файл known_hosts</translation>
    </message>
    <message>
        <source>&amp;Materials&apos; folder:</source>
        <translation>Папка &amp;материалов:</translation>
    </message>
    <message>
        <source>An existing folder, the same on every server of this profile; everybody who works with these recordings has to use the same. What is there already is not moved.</source>
        <translation>Существующая папка, одна и та же на всех серверах этого профиля; все, кто работает с этими записями, должны указать одну и ту же. Что лежит на прежнем месте, не переносится.</translation>
    </message>
</context>
<context>
    <name>letopis::SshStep</name>
    <message>
        <source>The server&apos;s disk</source>
        <translation>Диск сервера</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Прове&amp;рить подключение</translation>
    </message>
</context>
<context>
    <name>letopis::StatusSummary</name>
    <message>
        <source>No jobs running</source>
        <translation>Заданий нет</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>%1 counts jobs, %2 names the newest, %3 its progress</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>letopis::TestStep</name>
    <message>
        <source>Test &amp;again</source>
        <translation>Проверить сно&amp;ва</translation>
    </message>
    <message>
        <source>Look at the &amp;certificate…</source>
        <translation>Посмотреть &amp;сертификат…</translation>
    </message>
    <message>
        <source>Look at the host &amp;key…</source>
        <translation>Посмотреть &amp;ключ сервера…</translation>
    </message>
    <message>
        <source>You can connect now all the same. Participants will come once the SSH connection works.</source>
        <translation>Подключить можно и сейчас. Участники появятся, когда заработает соединение SSH.</translation>
    </message>
    <message>
        <source>&amp;Continue without participants</source>
        <translation>&amp;Продолжить без участников</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Далее</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>Проверка подключения</translation>
    </message>
    <message>
        <source>&amp;How to free the disk…</source>
        <translation>Как &amp;освобождать диск…</translation>
    </message>
</context>
<context>
    <name>letopis::TimeZoneDialog</name>
    <message>
        <source>Time zone of the policies</source>
        <translation>Часовой пояс правил</translation>
    </message>
    <message>
        <source>A recording goes at the beginning of a day. In another time zone days begin earlier or later.</source>
        <translation>Запись удаляется в начале дня. В другом часовом поясе дни начинаются раньше или позже.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>&amp;Time zone:</source>
        <translation>&amp;Часовой пояс:</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>И&amp;зменить</translation>
    </message>
</context>
<context>
    <name>letopis::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Playback</source>
        <extracomment>Column: the place in the recording</extracomment>
        <translation>В записи</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
</context>
<context>
    <name>letopis::TimelineTab</name>
    <message>
        <source>Timeline</source>
        <translation>Ход встречи</translation>
    </message>
    <message>
        <source>No timeline</source>
        <translation>Хода встречи нет</translation>
    </message>
</context>
<context>
    <name>letopis::TrashListModel</name>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалена</translation>
    </message>
    <message>
        <source>Can be restored until</source>
        <translation>Можно восстановить до</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Где лежит</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кем</translation>
    </message>
    <message>
        <source>A recording you cannot see</source>
        <translation>Запись, которую вы не видите</translation>
    </message>
    <message>
        <source>Auto-deletion</source>
        <translation>Автоудаление</translation>
    </message>
</context>
<context>
    <name>letopis::TrashPanel</name>
    <message>
        <source>&amp;Delete for good…</source>
        <translation>&amp;Удалить навсегда…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Акты</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Корзина пуста</translation>
    </message>
    <message>
        <source>What auto-deletion or a person deletes waits here until its grace period ends, and can be restored until then.</source>
        <translation>То, что удалило автоудаление или человек, ждёт здесь конца льготного срока, и до тех пор его можно восстановить.</translation>
    </message>
    <message>
        <source>Check a certificate that was saved, of this catalog or another</source>
        <translation>Проверить сохранённый акт этого или другого каталога</translation>
    </message>
    <message>
        <source>No certificates</source>
        <translation>Актов нет</translation>
    </message>
    <message>
        <source>Each deletion for good leaves a certificate: what was removed, what remains, when and by whom.</source>
        <translation>После каждого удаления навсегда остаётся акт: что удалено, что осталось, когда и кем.</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Повторит&amp;ь</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>Deleting for good</source>
        <translation>Удаление навсегда</translation>
    </message>
    <message>
        <source>The plan is confirmed and waits for another administrator&apos;s approval.</source>
        <translation>План подтверждён и ждёт одобрения другого администратора.</translation>
    </message>
    <message>
        <source>Show the &amp;plan</source>
        <translation>Показать пла&amp;н</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n recording(s) for good…</source>
        <translation>
            <numerusform>&amp;Удалить %n запись навсегда…</numerusform>
            <numerusform>&amp;Удалить %n записи навсегда…</numerusform>
            <numerusform>&amp;Удалить %n записей навсегда…</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose recordings of one server</source>
        <translation>Выберите записи одного сервера</translation>
    </message>
    <message>
        <source>Brings it back, published if it was</source>
        <translation>Возвращает запись, опубликованной, если она была опубликована</translation>
    </message>
    <message>
        <source>A hold forbids deletion; it has to be ended first</source>
        <translation>Удаление запрещено; сначала надо снять запрет</translation>
    </message>
    <message>
        <source>Shows what goes, then asks for the number</source>
        <translation>Покажет, что уйдёт, затем спросит число</translation>
    </message>
    <message>
        <source>Stopped. What is done stays done.</source>
        <translation>Остановлено. Сделанное остаётся.</translation>
    </message>
    <message>
        <source>The plan says why of each recording.</source>
        <translation>О каждой записи сказано в плане.</translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation>Проверить акт</translation>
    </message>
    <message>
        <source>Certificates (*.json)</source>
        <translation>Акты (*.json)</translation>
    </message>
    <message>
        <source>Rest&amp;ore</source>
        <translation>Восстанови&amp;ть</translation>
    </message>
    <message>
        <source>Verify &amp;a file…</source>
        <translation>Провер&amp;ить файл…</translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation>&amp;Где:</translation>
    </message>
    <message numerus="yes">
        <source>Rest&amp;ore %n recording(s)</source>
        <translation>
            <numerusform>Восстанови&amp;ть %n запись</numerusform>
            <numerusform>Восстанови&amp;ть %n записи</numerusform>
            <numerusform>Восстанови&amp;ть %n записей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::TrayIcon</name>
    <message>
        <source>&amp;Show Letopis</source>
        <translation>&amp;Показать Летопись</translation>
    </message>
    <message>
        <source>Letopis</source>
        <translation>Летопись</translation>
    </message>
    <message numerus="yes">
        <source>%n new recording(s) on %1</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>
            <numerusform>%n новая запись на %1</numerusform>
            <numerusform>%n новые записи на %1</numerusform>
            <numerusform>%n новых записей на %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::VideoSurface</name>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
</context>
</TS>
