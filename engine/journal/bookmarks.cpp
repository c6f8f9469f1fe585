// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/bookmarks.h"

#include "journal/jsonreader.h"
#include "journal/jsonwriter.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr QByteArrayView header = R"({"linescope":"bookmarks/1"})";
constexpr qsizetype longestLine = 64 * 1024; // bytes

std::optional<Bookmark> bookmarkFrom(JsonDocument &document, QByteArrayView line)
{
    if (document.read(line) != JsonDocument::Problem::None)
        return {};
    JsonReader json(document);
    Bookmark bookmark;
    qint64 seq = -1;
    json.demand("seq", seq);
    json.takeWith("t", [&](const JsonValue &time) { return timeFromJson(time, bookmark.time); });
    json.take("note", bookmark.note);
    json.finish();
    bookmark.seq = quint64(seq);
    return json.error().isEmpty() && seq >= 0 ? std::optional(bookmark) : std::nullopt;
}

} // namespace

QString Bookmarks::fileFor(const QString &recording) { return recording + u".bookmarks.json"_s; }

tl::expected<Bookmarks, QString> Bookmarks::load(const QString &name)
{
    const QFileInfo info(name);
    if (!info.exists())
        return Bookmarks();
    QFile file(name);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(tr("%1 cannot be read: %2").arg(name, file.errorString()));
    const auto next = [&] { return file.readLine(longestLine).trimmed(); };
    if (next() != header)
        return tl::unexpected(tr("%1 holds no bookmarks of Linescope, version 1.").arg(name));
    Bookmarks bookmarks;
    JsonDocument document;
    int number = 1;
    for (QByteArray line = next(); !line.isEmpty(); line = next()) {
        const auto bookmark = bookmarkFrom(document, line);
        ++number;
        if (!bookmark || !bookmarks.set(*bookmark))
            return tl::unexpected(tr("%1, line %2: this is no bookmark, or one too many.").arg(name).arg(number));
    }
    return bookmarks;
}

tl::expected<void, QString> Bookmarks::save(const QString &name) const
{
    QSaveFile file(name);
    QByteArray text = header.toByteArray() + '\n';
    for (const Bookmark &bookmark : m_all) {
        JsonWriter json;
        json.add("seq", qint64(bookmark.seq));
        json.add("t", toIsoString(bookmark.time));
        json.add("note", bookmark.note);
        text += json.take() + '\n';
    }
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return tl::unexpected(tr("%1 cannot be written: %2").arg(name, file.errorString()));
}

QList<Bookmark>::const_iterator Bookmarks::from(quint64 seq) const
{
    return std::lower_bound(m_all.begin(), m_all.end(), seq,
                            [](const Bookmark &bookmark, quint64 wanted) { return bookmark.seq < wanted; });
}

bool Bookmarks::set(Bookmark bookmark)
{
    bookmark.note.truncate(longestNote);
    const auto place = from(bookmark.seq);
    const qsizetype index = place - m_all.constBegin();
    if (place != m_all.constEnd() && place->seq == bookmark.seq) {
        m_all[index] = std::move(bookmark);
        return true;
    }
    if (m_all.size() >= most)
        return false;
    m_all.insert(index, std::move(bookmark));
    return true;
}

void Bookmarks::remove(quint64 seq)
{
    m_all.removeIf([seq](const Bookmark &bookmark) { return bookmark.seq == seq; });
}

const Bookmark *Bookmarks::next(quint64 seq) const
{
    const auto found = from(seq + 1);
    return found == m_all.constEnd() ? nullptr : &*found;
}

const Bookmark *Bookmarks::previous(quint64 seq) const
{
    const auto found = from(seq);
    return found == m_all.constBegin() ? nullptr : &*std::prev(found);
}

} // namespace Linescope
