// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/auditfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <optional>
#include <thread>

#include <cerrno>
#include <cstring>
#include <sys/file.h>

namespace Linescope {

namespace {

constexpr qint64 longestRow = 1024 * 1024; // bytes
constexpr qsizetype mostFlaws = 1000;
constexpr QFileDevice::Permissions ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

const QByteArray hashKey = QByteArrayLiteral(",\"hash\":\"");
const QByteArray previousKey = QByteArrayLiteral(",\"previous\":\"");
constexpr qsizetype hashLength = 64; // hexadecimal digits of SHA-256

const QByteArray &noHash()
{
    static const QByteArray zeros(hashLength, '0'); // of what is before the first row
    return zeros;
}

QByteArray hashOf(QByteArrayView text)
{
    return QCryptographicHash::hash(text.toByteArray(), QCryptographicHash::Sha256).toHex();
}

// Until the file is closed. A row takes well below a millisecond. False: see errno.
bool lock(const QFile &file, int kind)
{
    for (int tries = 0; tries < 200; ++tries) {
        if (::flock(file.handle(), kind | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

QString headOf(const QString &path) { return path + QStringLiteral(".head"); }

// ...,"previous":"<64 digits>","hash":"<64 digits>"}: the ends of all rows look so.
struct Seal {
    QByteArrayView sealed; // what the hash is of
    QByteArrayView previous;
    QByteArrayView hash;
};

std::optional<Seal> sealOf(QByteArrayView line)
{
    const qsizetype hashPart = hashKey.size() + hashLength + 2;
    const qsizetype previousPart = previousKey.size() + hashLength + 1;
    if (line.size() < hashPart + previousPart || !line.endsWith("\"}"))
        return {};
    Seal seal;
    seal.sealed = line.chopped(hashPart);
    seal.hash = line.sliced(seal.sealed.size() + hashKey.size(), hashLength);
    seal.previous = seal.sealed.sliced(seal.sealed.size() - hashLength - 1, hashLength);
    const bool ok = line.sliced(seal.sealed.size()).startsWith(hashKey)
        && seal.sealed.sliced(seal.sealed.size() - previousPart).startsWith(previousKey) && seal.sealed.endsWith('"');
    return ok ? std::optional(seal) : std::nullopt;
}

// "00000000000000000042 <64 digits>\n": always as long, so that it is written over in one go.
constexpr qint64 headLength = 20 + 1 + hashLength + 1;
struct Head {
    quint64 rows = 0;
    QByteArray hash;
};

std::optional<Head> readHead(const QString &path)
{
    QFile file(headOf(path));
    if (!file.open(QIODevice::ReadOnly) || file.size() != headLength)
        return {};
    const QList<QByteArray> parts = file.readAll().trimmed().split(' ');
    bool ok = false;
    const Head head{parts.first().toULongLong(&ok), parts.last()};
    ok = ok && parts.size() == 2 && head.hash.size() == hashLength && head.rows <= mostAuditRows;
    return ok ? std::optional(head) : std::nullopt;
}

bool writeHead(const QString &path, const Head &head)
{
    const QByteArray line = QByteArray::number(head.rows).rightJustified(20, '0') + ' ' + head.hash + '\n';
    QFile file(headOf(path));
    return file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, ownersOnly) && file.write(line) == line.size()
        && (file.size() == line.size() || file.resize(line.size()));
}

} // namespace

tl::expected<quint64, QString> AuditFile::append(AuditRow row)
{
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return tl::unexpected(tr("The folder of %1 cannot be made.").arg(m_path));
    QFile file(m_path);
    if (const QFileInfo info(m_path); info.exists() && !info.isFile())
        return tl::unexpected(tr("%1 is no ordinary file.").arg(m_path));
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, ownersOnly))
        return tl::unexpected(tr("%1 cannot be written: %2").arg(m_path, file.errorString()));
    if (!lock(file, LOCK_EX))
        return tl::unexpected(errno == EWOULDBLOCK
                                  ? tr("Another program does not let go of %1.").arg(m_path)
                                  : tr("%1 cannot be locked: %2").arg(m_path, QString::fromLocal8Bit(strerror(errno))));
    if (file.size() != m_size) {
        const auto end = lookAtEnd(file, row);
        if (!end)
            return tl::unexpected(end.error());
        m_end = *end;
    }
    const auto end = add(file, m_end, std::move(row));
    m_size = end ? file.size() : -1;
    if (!end)
        return tl::unexpected(end.error());
    m_end = *end;
    return m_end.rows;
}

// What others have written is taken up. A file that is not as it had been left has been changed by somebody, or by a
// loss of power: that is written down, and nothing is taken away.
tl::expected<AuditFile::End, QString> AuditFile::lookAtEnd(QFile &file, AuditRow loss)
{
    file.seek(std::max<qint64>(0, file.size() - longestRow));
    QByteArray tail = file.readAll();
    if (!tail.isEmpty() && !tail.endsWith('\n') && file.write("\n") != 1)
        return tl::unexpected(tr("%1 cannot be written: %2").arg(m_path, file.errorString()));
    if (tail.endsWith('\n'))
        tail.chop(1);
    const QByteArrayView last = QByteArrayView(tail).sliced(tail.lastIndexOf('\n') + 1);
    const auto head = readHead(m_path);
    End end = head ? End{head->rows, head->hash} : End{0, noHash()};
    const auto row = auditRowFrom(last);
    const auto seal = sealOf(last);
    const bool isRow = row && seal && seal->hash == hashOf(seal->sealed);
    bool fits = last.isEmpty() && file.size() == 0 && end.rows == 0;
    if (isRow && head) // which may be late by one row: that of a program that was killed in between
        fits = (row->number == head->rows && seal->hash == head->hash)
            || (row->number == head->rows + 1 && seal->previous == head->hash);
    if (isRow)
        end = {std::max(row->number, end.rows), seal->hash.toByteArray()};
    fits = fits && end.rows >= m_end.rows; // nor less than this program has written
    if (fits)
        return end;
    end.rows = std::max(end.rows, m_end.rows);
    loss.what = AuditedLoss{end.rows};
    return add(file, end, std::move(loss));
}

tl::expected<AuditFile::End, QString> AuditFile::add(QFile &file, const End &end, AuditRow row)
{
    row.number = end.rows + 1;
    QByteArray line = toJson(row) + previousKey + end.hash + '"';
    const QByteArray hash = hashOf(line);
    line += hashKey + hash + "\"}";
    if (line.size() >= longestRow || !auditRowFrom(line))
        return tl::unexpected(tr("What is to be written to %1 is too long.").arg(m_path));
    line += '\n';
    const qint64 before = file.size();
    const bool isWritten = file.seek(before) && file.write(line) == line.size();
    if (isWritten && writeHead(m_path, {row.number, hash}))
        return End{row.number, hash};
    const QString error = isWritten ? tr("%1 cannot be written.").arg(headOf(m_path))
                                    : tr("%1 cannot be written: %2").arg(m_path, file.errorString());
    file.resize(before);
    return tl::unexpected(error);
}

namespace {

// One reading of a file from its beginning to its end.
class Check {
    Q_DECLARE_TR_FUNCTIONS(Linescope::AuditFile)

public:
    Check(const QString &path, const std::function<void(const AuditRow &)> &take)
        : m_path(path)
        , m_take(take)
    {
    }

    AuditReading run()
    {
        QFile file(m_path);
        if (file.exists() && !file.open(QIODevice::ReadOnly)) {
            m_reading.problem = tr("%1 cannot be read: %2").arg(m_path, file.errorString());
            return m_reading;
        }
        const qint64 size = begin(file);
        while (file.isOpen() && file.pos() < size) {
            const QByteArray line = file.readLine(std::min(longestRow, size - file.pos()) + 1);
            if (line.isEmpty()) {
                m_reading.problem = tr("%1 cannot be read: %2").arg(m_path, file.errorString());
                return m_reading;
            }
            look(line);
        }
        compareWithHead();
        m_reading.lastHash = m_reading.rows > 0 ? m_previous : QByteArray();
        return m_reading;
    }

private:
    // How far the file goes and what its head says belong together; what is added meanwhile is left for another time.
    qint64 begin(QFile &file)
    {
        const bool isLocked = file.isOpen() && lock(file, LOCK_SH);
        m_head = readHead(m_path);
        const qint64 size = file.size();
        if (isLocked)
            ::flock(file.handle(), LOCK_UN);
        return size;
    }

    void find(qint64 line, const QString &words)
    {
        if (m_reading.flaws.size() < mostFlaws)
            m_reading.flaws.append({line, words});
    }

    void look(QByteArray line)
    {
        ++m_line;
        const bool isEnded = line.endsWith('\n');
        line.chop(isEnded ? 1 : 0);
        const auto row = auditRowFrom(line);
        const auto seal = sealOf(line);
        if (!row || !seal)
            return find(m_line, tr("This is no row."));
        if (!isEnded)
            find(m_line, tr("The row does not end."));
        if (seal->hash != hashOf(seal->sealed))
            find(m_line, tr("The row has been changed: its hash is another one."));
        else if (row->number != m_number + 1)
            find(m_line, tr("Row %1 comes where row %2 should.").arg(row->number).arg(m_number + 1));
        else if (seal->previous != m_previous)
            find(m_line, tr("The row before it is not the one that was there when it was written."));
        if (const auto *loss = std::get_if<AuditedLoss>(&row->what))
            find(m_line,
                 tr("The file was not as it had been left, with %1 rows, when it was written on.").arg(loss->rows));
        m_number = row->number;
        m_previous = seal->hash.toByteArray();
        if (m_head && m_head->rows == m_number && m_head->hash != m_previous)
            find(m_line, tr("The row is not the one that was written."));
        ++m_reading.rows;
        m_reading.acts += std::holds_alternative<AuditedAct>(row->what) ? 1 : 0;
        if (m_take)
            m_take(*row);
    }

    // One row behind the head is that of a program that was killed before it had written it.
    void compareWithHead()
    {
        if (!m_head && m_reading.rows > 0)
            find(0, tr("%1, which says how far the log goes, is missing or damaged.").arg(headOf(m_path)));
        else if (m_head && m_head->rows > m_number)
            find(0, tr("The last rows are missing: there were %1.").arg(m_head->rows));
        else if (m_head && m_number > m_head->rows + 1)
            find(0, tr("%1 says that there are %2 rows, but there are more.").arg(headOf(m_path)).arg(m_head->rows));
    }

    const QString m_path;
    const std::function<void(const AuditRow &)> m_take;
    AuditReading m_reading;
    std::optional<Head> m_head;
    qint64 m_line = 0;
    quint64 m_number = 0;
    QByteArray m_previous = noHash();
};

} // namespace

AuditReading readAuditFile(const QString &path, const std::function<void(const AuditRow &)> &take)
{
    return Check(path, take).run();
}

} // namespace Linescope
