// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A real flood of calls through a socket into the whole program (promises 18 and 19): nothing is lost, whatever the
// window does.

#include "amipeer.h"
#include "session.h"

#include "journal/gzipdevice.h"
#include "panels/noticebar.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

namespace Linescope::Test {

namespace {

using namespace Qt::StringLiterals;

constexpr quint64 channelsOfFlood = 10'800;

const QByteArray &flood()
{
    static const QByteArray events = [] {
        GzipDevice file(QStringLiteral(LINESCOPE_TEST_DATA "/ami/a16-flood-mix-3000.server.gz"));
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const qsizetype begin = bytes.indexOf("Event: Newchannel");
        return bytes.sliced(begin, bytes.lastIndexOf("Response: Goodbye") - begin);
    }();
    return events;
}

// An Asterisk on a thread of its own, which sends as fast as it is read once it has been asked for its channels.
class FloodServer : public QObject {
public:
    explicit FloodServer(int floods)
        : m_floods(floods)
    {
        m_thread.start();
        moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            this, [this] { begin(); }, Qt::BlockingQueuedConnection);
    }
    ~FloodServer() override
    {
        go.release(); // after a failure it may still wait
        QMetaObject::invokeMethod(
            this, [this] { m_peer.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    quint16 port() const { return m_port; }
    int connections()
    {
        int connections = 0;
        QMetaObject::invokeMethod(
            this, [&] { connections = m_peer->connections(); }, Qt::BlockingQueuedConnection);
        return connections;
    }

    QSemaphore listed; // the client has asked for the list of channels
    QSemaphore go;
    QSemaphore sent; // the client's kernel has all of it

private:
    void begin()
    {
        m_peer = std::make_unique<AmiPeer>();
        m_port = m_peer->port();
        QObject::connect(m_peer.get(), &AmiPeer::answered, this, [this](const ReceivedAction &action) {
            if (action.name == "CoreShowChannels" && m_peer->connections() == 1)
                QMetaObject::invokeMethod(
                    this, [this] { play(); }, Qt::QueuedConnection);
        });
        m_peer->answer = [this](const ReceivedAction &action) { return answer(action); };
    }
    QByteArray answer(const ReceivedAction &action)
    {
        if (action.name != "CoreShowChannels")
            return m_peer->usualAnswer(action);
        const QByteArray id = "ActionID: " + action.value("ActionID") + "\r\n";
        return "Response: Success\r\n" + id + "EventList: start\r\n\r\nEvent: CoreShowChannelsComplete\r\n" + id
            + "EventList: Complete\r\n\r\n";
    }
    void play()
    {
        listed.release();
        go.acquire();
        QObject::connect(m_peer->socket(), &QTcpSocket::bytesWritten, this, &FloodServer::pump);
        pump();
    }
    void pump()
    {
        constexpr qsizetype piece = 256 * 1024;
        QTcpSocket *const socket = m_peer->socket();
        while (m_floods > 0 && socket && socket->bytesToWrite() < piece) {
            socket->write(flood().sliced(m_at, std::min(piece, flood().size() - m_at)));
            m_at = std::min(flood().size(), m_at + piece);
            if (m_at == flood().size()) {
                m_at = 0;
                --m_floods;
            }
        }
        if (m_floods == 0 && socket && socket->bytesToWrite() == 0)
            sent.release();
    }

    QThread m_thread;
    std::unique_ptr<AmiPeer> m_peer;
    quint16 m_port = 0;
    int m_floods;
    qsizetype m_at = 0;
};

struct Run {
    explicit Run(int floods)
        : server(floods)
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(folder.path()));
        qputenv("LINESCOPE_SECRET", "s3cret");
        Options options;
        options.source = u"asterisk://monitor@127.0.0.1:%1?local=show"_s.arg(server.port());
        session = std::make_unique<Session>(options, &settings);
        session->start();
    }
    const World &world() const { return session->live()->world(); }
    QString text() const
    {
        QString text = u"%1 calls, %2 live"_s.arg(world().totals().callsCreated).arg(world().totals().liveCalls);
        for (const Provider &provider : world().providers())
            text += u", "_s + provider.text;
        return text + u", "_s + session->window()->notice()->text();
    }
    // So many channels were calls, and all of them are over.
    bool isOver(quint64 channels) const
    {
        return world().totals().callsCreated == channels && world().totals().liveCalls == 0;
    }

    FloodServer server;
    QTemporaryDir folder;
    Settings settings{folder.filePath(u"a.ini"_s)};
    std::unique_ptr<Session> session;
};

} // namespace

class TestFlood : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    // The socket is read on a thread of its own: Asterisk drops whom it cannot write to for 100 ms.
    void aFrozenWindowLosesNothing()
    {
        Run run(1);
        QVERIFY2(QTest::qWaitFor([&] { return run.server.listed.tryAcquire(); }), qPrintable(run.text()));
        run.server.go.release();
        run.server.sent.acquire(); // all 127 s of it at 2,000 events/s; this thread does nothing meanwhile
        QTRY_VERIFY2_WITH_TIMEOUT(run.isOver(channelsOfFlood), qPrintable(run.text()), 60'000);
        QCOMPARE(run.session->live()->skipped(), 0u);
        QCOMPARE(run.server.connections(), 1);
        QCOMPARE(run.world().totals().findings, 0u);
    }

    // LINESCOPE_ROUNDS=4: a million events.
    void theWindowGoesOnInABurst()
    {
        const int floods = std::max(1, qEnvironmentVariableIntValue("LINESCOPE_ROUNDS"));
        Run run(floods);
        QVERIFY2(QTest::qWaitFor([&] { return run.server.listed.tryAcquire(); }), qPrintable(run.text()));
        QElapsedTimer whole, sinceTick;
        qint64 longest = 0;
        int between = 0; // pictures of the World before all is over
        QTimer tick;
        connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTick.restart()); });
        connect(run.session->live(), &LiveWorld::advanced, this, [&] {
            const quint64 shown = run.world().totals().callsCreated;
            between += shown > 0 && shown < channelsOfFlood * quint64(floods) ? 1 : 0;
        });
        tick.start(10);
        whole.start();
        sinceTick.start();
        run.server.go.release();
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(channelsOfFlood * quint64(floods)), 240'000);
        qInfo("%d events: all shown after %lld ms, the window was busy for %lld ms at most", 255'321 * floods,
              whole.elapsed(), longest);
        QVERIFY(between > 1);
        QCOMPARE(run.server.connections(), 1);
        QCOMPARE(run.world().totals().findings, 0u);
    }
};

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestFlood)
#include "tst_flood.moc"
