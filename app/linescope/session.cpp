// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session.h"

#include "common/secret.h"
#include "common/source.h"
#include "common/sourcetest.h"
#include "guide/guide.h"
#include "mainwindow/moments.h"
#include "mainwindow/pages.h"
#include "mainwindow/recordings.h"
#include "panels/filter/filterline.h"
#include "panels/tables/handlespanel.h"
#include "pictures.h"
#include "support/format.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

namespace Linescope {

namespace {

// Ends the program once the first frame is on screen.
class FirstFrame : public QObject {
public:
    explicit FirstFrame(QWidget *window)
        : QObject(window)
    {
        window->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        return false;
    }
};

} // namespace

Session::Session(const Options &options, Settings *settings)
    : m_options(options)
    , m_settings(settings)
    , m_engine(options.engine)
    , m_callLog(&m_engine)
    , m_live(&m_engine.feed())
    , m_alarms(&m_live, SystemClock::instance(), settings->preferences().alarms)
{
    connect(&m_engine, &Engine::wakeUp, &m_live, &LiveWorld::wakeUp);
    startAudit();
    connect(m_settings, &Settings::languageChanged, this, &Session::changeLanguage, Qt::QueuedConnection);
    useLanguage();
    followSettings();
    followCallLog();
}

Session::~Session() = default;

void Session::start()
{
    showWindow();
    m_window->showView(m_options.view);
    if (!m_options.journal.isEmpty()) {
        RecordingOptions recording;
        recording.file = m_options.journal;
        recording.source = m_options.source;
        recording.compressed = m_options.journal.endsWith(QStringLiteral(".gz"));
        m_window->recordings()->start(recording);
    }
    if (!m_options.recording.isEmpty())
        m_window->moments()->open(m_options.recording);
    if (m_options.exitAfterFirstFrame)
        new FirstFrame(m_window.get());
    if (!m_options.source.isEmpty())
        connectUrl(m_options.source);
    if (!m_options.screenshot.isEmpty() || !m_options.pictures.isEmpty())
        QTimer::singleShot(m_options.after, this, [this] {
            m_window->handles()->select(m_options.select);
            QTimer::singleShot(200, this, &Session::saveScreenshot);
        });
}

void Session::followSettings()
{
    if (m_options.layoutDirection)
        QGuiApplication::setLayoutDirection(*m_options.layoutDirection);
    setTimeStart(SystemClock::instance()->now());
    setFormats(m_settings->preferences().formats);
    m_live.setMasking(m_settings->preferences().masking);
    applyAppearance();
    connect(m_settings, &Settings::alarmsChanged, &m_alarms, &Alarms::setLimits);
    connect(m_settings, &Settings::appearanceChanged, this, &Session::applyAppearance);
    connect(m_settings, &Settings::colorSchemeChanged, this, [this] {
        m_options.colorScheme.reset(); // what was said on the command line has had its time
        applyAppearance();
    });
    connect(m_settings, &Settings::formatsChanged, this, [](const Formats &formats) {
        setFormats(formats);
        for (QWidget *widget : QApplication::allWidgets())
            widget->update();
    });
    connect(m_settings, &Settings::preferencesChanged, this, &Session::followCallLog);
    connect(m_settings, &Settings::preferencesChanged, this, [this] {
        if (m_tray)
            m_tray->setShown(m_settings->preferences().trayIcon);
    });
    // Later: the window that goes may be the one that asks.
    connect(
        m_settings, &Settings::layoutReset, this,
        [this] {
            if (m_window)
                remakeWindow([this] { m_settings->forgetLayout(); });
        },
        Qt::QueuedConnection);
    connect(&m_alarms, &Alarms::activeChanged, this, [this] {
        if (m_window)
            m_window->setAlarms(m_alarms.activeSentences());
    });
    connect(&m_alarms, &Alarms::fired, this, [this](const QString &sentence) {
        if (m_tray && m_settings->preferences().notify)
            m_tray->notify(sentence);
    });
    connect(&m_live, &LiveWorld::pausedChanged, this, [this](bool paused) {
        if (m_window)
            m_window->actions()->at(ActionId::Pause)->setChecked(paused);
    });
}

void Session::applyAppearance()
{
    Appearance appearance = m_settings->appearance();
    appearance.scheme = m_options.colorScheme.value_or(appearance.scheme);
    applyTheme(appearance);
}

void Session::showWindow()
{
    m_window = std::make_unique<MainWindow>(&m_engine, &m_live, m_settings, SystemClock::instance());
    equipTester();
    connect(m_window.get(), &MainWindow::connectRequested, this, &Session::connectRequested);
    connect(m_window.get(), &MainWindow::disconnectRequested, this, &Session::disconnectProvider);
    connect(m_window.get(), &MainWindow::settingsRequested, this, &Session::openSettings);
    connect(m_window.get(), &MainWindow::simulatorRequested, this,
            [this] { connectSource(QString::fromLatin1(Options::DemoSource), {}); });
    if (!m_options.size.isEmpty())
        m_window->resize(std::exchange(m_options.size, {}));
    m_window->actions()->at(ActionId::Pause)->setChecked(m_live.isPaused());
    m_window->setAlarms(m_alarms.activeSentences());
    m_window->setCallLog(&m_callLog);
    m_window->setAuditFile(m_auditFile);
    m_window->setAddressCheck([](const QString &url) {
        const auto source = makeSource(url);
        return source ? QString() : source.error();
    });
    m_window->setConnectionTry(trySource);
    m_window->guide()->setHelpText(QStringLiteral("asterisk-mapping"), asteriskMappingTables);
    m_window->show();
    makeTray();
}

void Session::makeTray()
{
    m_tray = std::make_unique<Tray>(&m_live, m_window.get());
    m_tray->setShown(m_settings->preferences().trayIcon);
}

// Every text of a window is made when it is. Nothing that happened is lost, since the World lives on; what the user had
// chosen in the old window is chosen in the new one.
void Session::remakeWindow(const std::function<void()> &between)
{
    const Selection selection = m_window->sharedSelection()->current();
    const QString filter = m_window->filterLine()->text();
    const bool automatic = m_window->actions()->at(ActionId::Automatic)->isChecked();
    const SettingsDialog *dialog = settingsDialog();
    const int page = dialog ? dialog->currentPage() : -1;
    const Preferences original = dialog ? dialog->original() : Preferences();
    m_tray.reset();
    m_window.reset();
    between();
    showWindow();
    m_window->actions()->at(ActionId::Automatic)->setChecked(automatic);
    m_window->filterLine()->setFilter(filter); // now: one that comes later would take the selection with it
    m_window->sharedSelection()->set(selection);
    if (!selection.handle.isNull()) // or the tree would get the focus, and choose its first row for it
        m_window->handles()->view()->setFocus();
    if (page < 0)
        return;
    openSettings();
    m_dialog->setCurrentPage(page);
    m_dialog->setOriginal(original);
}

void Session::changeLanguage()
{
    m_options.language.clear(); // what was said on the command line has had its time
    if (!m_window)
        return useLanguage();
    remakeWindow([this] { useLanguage(); });
}

void Session::useLanguage()
{
    m_language.use(m_options.language.isEmpty() ? m_settings->language() : m_options.language);
}

void Session::connectUrl(const QString &url)
{
    if (!needsSecret(url))
        return connectSource(url, {});
    if (auto secret = takeEnvironmentSecret())
        return connectSource(url, *secret);
    if (const auto source = makeSource(url); !source)
        return m_window->tellFailure(source.error());
    readKeyring(secretKey(QUrl(url)), this, [this, url](std::optional<QByteArray> secret) {
        secret ? connectSource(url, *secret) : askForSecret(url);
    });
}

void Session::askForSecret(const QString &url)
{
    QInputDialog dialog(m_window.get());
    dialog.setWindowTitle(tr("Password"));
    dialog.setLabelText(tr("Password for %1:").arg(visibleText(url, 100)));
    dialog.setTextEchoMode(QLineEdit::Password);
    for (QLabel *label : dialog.findChildren<QLabel *>()) // what is in a URL is no markup
        label->setTextFormat(Qt::PlainText);
    if (dialog.exec() == QDialog::Accepted)
        connectSource(url, dialog.textValue().toUtf8());
}

void Session::connectRequested(const ConnectionRequest &request)
{
    if (request.secret.isEmpty())
        return connectUrl(request.url);
    if (request.keepInKeyring) {
        writeKeyring(secretKey(QUrl(request.url)), request.secret, this, [this](const QString &error) {
            if (!error.isEmpty())
                m_window->tellFailure(tr("The password could not be kept: %1").arg(error));
        });
    }
    connectSource(request.url, request.secret);
}

void Session::connectSource(const QString &url, const QByteArray &secret)
{
    const auto source = makeSource(url, secret);
    if (!source)
        return m_window->tellFailure(source.error());
    const bool known = std::any_of(m_sources.begin(), m_sources.end(),
                                   [&](const Source &each) { return each.key == source->key; });
    if (known)
        return m_window->tellFailure(tr("%1 is connected already.").arg(source->displayName));
    for (const AppHabits &habits : source->apps)
        m_engine.addApp(habits);
    if (!source->isSimulator)
        addMonitor();
    m_engine.addProvider(source->key, source->factory, source->faults);
    m_sources.push_back(*source);
}

// Handles exist only where an application has the line open, so that Linescope watches a real system as one. It never
// gives a handle back, or there would be nothing retained to see; it keeps a bounded number (AppHabits::keepAtMost).
void Session::addMonitor()
{
    if (std::exchange(m_hasMonitor, true))
        return;
    AppHabits habits;
    habits.name = QStringLiteral("linescope (monitor)");
    habits.monitor = true;
    m_engine.addApp(habits);
}

void Session::disconnectProvider(ProviderId id)
{
    const auto source = std::find_if(m_sources.begin(), m_sources.end(),
                                     [key = m_engine.keyOf(id)](const Source &each) { return each.key == key; });
    if (source == m_sources.end()) // it has been disconnected before
        return;
    m_engine.removeProvider(source->key);
    m_sources.erase(source);
}

void Session::saveScreenshot()
{
    const QString problem = m_options.pictures.isEmpty() ? savePicture(m_window.get(), m_options.screenshot)
                                                         : savePictures(m_window.get(), m_options.pictures);
    if (!problem.isEmpty())
        QTextStream(stderr) << problem << Qt::endl;
    QCoreApplication::exit(problem.isEmpty() ? 0 : 2);
}

} // namespace Linescope
