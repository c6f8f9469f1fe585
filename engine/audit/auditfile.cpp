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

// Until the file is closed. A row takes well below a millisecond.
bool lock(const QFile &file)
{
    for (int tries = 0; tries < 200; ++tries) {
        if (::flock(file.handle(), LOCK_EX | LOCK_NB) == 0)
            return true;
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
struct Head {
    quint64 rows = 0;
    QByteArray hash;
};

std::optional<Head> readHead(const QString &path)
{
    QFile file(headOf(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> parts = file.read(200).trimmed().split(' ');
    bool ok = false;
    const Head head{parts.first().toULongLong(&ok), parts.last()};
    return ok && parts.size() == 2 && head.hash.size() == hashLength ? std::optional(head) : std::nullopt;
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
    if (!lock(file))
        return tl::unexpected(tr("Another program does not let go of %1.").arg(m_path));
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

// What others have written is taken up; of a row that was not written to its end, nothing. A file that is not as its
// head says has been changed by somebody, which is written down.
tl::expected<AuditFile::End, QString> AuditFile::lookAtEnd(QFile &file, AuditRow loss)
{
    file.seek(std::max<qint64>(0, file.size() - longestRow));
    QByteArray tail = file.readAll();
    const qsizetype whole = tail.lastIndexOf('\n') + 1;
    if (whole < tail.size() && !file.resize(file.size() - (tail.size() - whole)))
        return tl::unexpected(tr("%1 cannot be written: %2").arg(m_path, file.errorString()));
    tail.truncate(std::max<qsizetype>(0, whole - 1));
    const QByteArrayView last = QByteArrayView(tail).sliced(tail.lastIndexOf('\n') + 1);
    End end{0, noHash()};
    bool fits = last.isEmpty();
    if (const auto seal = sealOf(last)) {
        const auto row = auditRowFrom(last);
        end = {row ? row->number : 0, seal->hash.toByteArray()};
        fits = row && seal->hash == hashOf(seal->sealed);
    }
    const auto head = readHead(m_path);
    const quint64 written = head ? head->rows : 0;
    if (head && head->rows == end.rows)
        fits = fits && (head->rows == 0 || head->hash == end.hash);
    if (fits && written <= end.rows && (head || end.rows == 0))
        return end;
    loss.what = AuditedLoss{std::max(written, end.rows)};
    end.rows = std::max(written, end.rows);
    return add(file, end, std::move(loss));
}

tl::expected<AuditFile::End, QString> AuditFile::add(QFile &file, const End &end, AuditRow row)
{
    row.number = end.rows + 1;
    QByteArray line = toJson(row) + previousKey + end.hash + '"';
    const QByteArray hash = hashOf(line);
    line += hashKey + hash + "\"}\n";
    if (line.size() > longestRow)
        return tl::unexpected(tr("What is to be written to %1 is too long.").arg(m_path));
    const qint64 before = file.size();
    if (!file.seek(before) || file.write(line) != line.size()) {
        const QString error = file.errorString();
        file.resize(before);
        return tl::unexpected(tr("%1 cannot be written: %2").arg(m_path, error));
    }
    const End next{row.number, hash};
    writeHead(next);
    return next;
}

// Behind the row: a head that is a row late is no loss.
void AuditFile::writeHead(const End &end) const
{
    QFile file(headOf(m_path));
    if (file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, ownersOnly))
        file.write(QByteArray::number(end.rows).rightJustified(20, '0') + ' ' + end.hash + '\n');
}

namespace {

// One reading of a file from its beginning to its end.
class Check {
    Q_DECLARE_TR_FUNCTIONS(Linescope::AuditFile)

public:
    Check(const QString &path, const std::function<bool(const AuditRow &)> &take)
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
        bool goesOn = true;
        while (file.isOpen() && !file.atEnd() && goesOn)
            goesOn = look(file.readLine(longestRow + 1));
        if (goesOn)
            compareWithHead();
        m_reading.lastHash = m_reading.rows > 0 ? m_previous : QByteArray();
        return m_reading;
    }

private:
    void find(qint64 line, const QString &words)
    {
        if (m_reading.flaws.size() < mostFlaws)
            m_reading.flaws.append({line, words});
    }

    bool look(QByteArray line)
    {
        ++m_line;
        if (!line.endsWith('\n'))
            find(m_line, tr("The row does not end."));
        line = line.trimmed();
        const auto row = auditRowFrom(line);
        const auto seal = sealOf(line);
        if (!row || !seal) {
            find(m_line, tr("This is no row."));
            return true;
        }
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
        ++m_reading.rows;
        m_reading.acts += std::holds_alternative<AuditedAct>(row->what) ? 1 : 0;
        return !m_take || m_take(*row);
    }

    // Rows behind the head are those of a program that was killed before it had written it.
    void compareWithHead()
    {
        const auto head = readHead(m_path);
        if (!head && m_reading.rows > 0)
            find(0, tr("%1, which says how far the log goes, is missing or damaged.").arg(headOf(m_path)));
        else if (head && head->rows > m_number)
            find(0, tr("The last rows are missing: there were %1.").arg(head->rows));
        else if (head && head->rows == m_number && m_number > 0 && head->hash != m_previous)
            find(0, tr("The last row is not the one that was written."));
    }

    const QString m_path;
    const std::function<bool(const AuditRow &)> m_take;
    AuditReading m_reading;
    qint64 m_line = 0;
    quint64 m_number = 0;
    QByteArray m_previous = noHash();
};

} // namespace

AuditReading readAuditFile(const QString &path, const std::function<bool(const AuditRow &)> &take)
{
    return Check(path, take).run();
}

} // namespace Linescope
