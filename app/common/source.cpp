// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/source.h"

#include "journal/journaltraffic.h"
#include "provider/faultinjector.h"
#include "provider/faulttext.h"
#include "providers/asterisk/asteriskprovider.h"
#include "providers/replay/replayprovider.h"
#include "providers/simulator/demo.h"
#include "providers/simulator/simulator.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Source)
};

// apps=demo|none; the bare "simulator:" is the demo.
tl::expected<QList<AppHabits>, QString> appsOf(const QUrl &url)
{
    const QString apps = QUrlQuery(url).queryItemValue(u"apps"_s);
    if (apps == "demo"_L1 || (apps.isEmpty() && !url.hasQuery()))
        return demoApps();
    if (apps.isEmpty() || apps == "none"_L1)
        return QList<AppHabits>();
    return tl::unexpected(Words::tr("\"apps\" can be \"demo\" or \"none\", not \"%1\".").arg(apps));
}

// faults=drop:0.1,delay:250ms
tl::expected<QList<Fault>, QString> faultsOf(const QUrl &url)
{
    return faultsFromText(QUrlQuery(url).queryItemValue(u"faults"_s, QUrl::FullyDecoded));
}

tl::expected<Source, QString> makeSimulator(const QUrl &url, Clock *clock)
{
    const auto settings = SimulatorSettings::fromUrl(url);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto apps = appsOf(url);
    if (!apps)
        return tl::unexpected(apps.error());
    const auto faults = faultsOf(url);
    if (!faults)
        return tl::unexpected(faults.error());
    Source source;
    source.key = u"simulator"_s;
    source.displayName = Words::tr("Simulator");
    // Always, for faults may be set later.
    source.factory = [settings = *settings, faults = *faults, clock] {
        return std::make_unique<FaultInjector>(std::make_unique<SimulatorProvider>(clock, settings), clock,
                                               ~quint64(settings.seed), faults);
    };
    source.faults = *faults;
    source.isSimulator = true;
    source.url = url;
    source.apps = *apps;
    return source;
}

tl::expected<Source, QString> makeAsterisk(const QUrl &url, const QByteArray &secret)
{
    const auto settings = AsteriskSettings::fromUrl(url);
    if (!settings)
        return tl::unexpected(settings.error());
    Source source;
    // The same server whoever logs in, and whether its usual port is told or not.
    source.key = u"%1://%2:%3"_s.arg(url.scheme(), settings->connection.host).arg(settings->connection.port);
    source.displayName = settings->displayName();
    source.factory = [settings = *settings, secret] {
        return std::make_unique<AsteriskProvider>(settings, secret, SystemClock::instance());
    };
    source.url = url;
    return source;
}

// What the recording says it was made of is no more than a text in it.
tl::expected<Source, QString> makeReplay(const QUrl &url, Clock *clock)
{
    const auto settings = ReplaySettings::fromUrl(url);
    if (!settings)
        return tl::unexpected(settings.error());
    if (const auto file = JournalFile::open(settings->file); !file)
        return tl::unexpected(file.error());
    Source source;
    source.key = url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment);
    source.displayName = Words::tr("%1 (recording)").arg(QFileInfo(settings->file).fileName());
    source.factory = [settings = *settings, clock] {
        return std::make_unique<ReplayProvider>(clock, settings,
                                                [file = settings.file] { return JournalTraffic::open(file); });
    };
    source.url = url;
    return source;
}

bool isAsterisk(const QUrl &url) { return url.scheme() == "asterisk"_L1 || url.scheme() == "asterisks"_L1; }

} // namespace

tl::expected<Source, QString> makeSource(const QString &text, const QByteArray &secret, Clock *clock)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.password().isEmpty())
        return tl::unexpected(
            Words::tr("A password does not belong in the address of a source: others can read it there."));
    if (url.scheme() == "simulator"_L1)
        return makeSimulator(url, clock);
    if (isAsterisk(url))
        return makeAsterisk(url, secret);
    if (url.scheme() == "replay"_L1)
        return makeReplay(url, clock);
    return tl::unexpected(Words::tr("\"%1\" is not a source. Sources are simulator:?lines=4&seed=7&rate=20, "
                                    "asterisk://user@host:5038, asterisks://user@host:5039 and replay:FILE?speed=4.")
                              .arg(text));
}

bool needsSecret(const QString &url) { return isAsterisk(QUrl(url)); }

QString secretKey(const QUrl &url)
{
    return url.toString(QUrl::RemovePassword | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemovePath);
}

QString asteriskMappingTables() { return AsteriskMapping::tables(ChannelTracker::mappedEvents()); }

} // namespace Linescope
