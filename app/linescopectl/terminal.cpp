// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/terminal.h"

#include "journal/plaintext.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// Calls f(character, first, size) for each character of a text without lone surrogates.
template<class F>
void forEachCharacter(QStringView text, F f)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        const char32_t character = pair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        f(character, i, pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
}

int columnsOf(char32_t character) { return qMax(0, ::wcwidth(wchar_t(character))); }

} // namespace

QString terminalText(const QString &text) { return writtenOut(text); }

int columnsOf(QStringView text)
{
    int columns = 0;
    forEachCharacter(text, [&](char32_t character, qsizetype, int) { columns += columnsOf(character); });
    return columns;
}

QString fitted(const QString &text, int columns)
{
    QString line = text;
    line.replace(u'\t', u' ');
    const int needed = columnsOf(line);
    if (needed <= columns)
        return line + QString(columns - needed, u' ');
    if (columns <= 0)
        return {};
    QString result;
    int used = 0;
    bool full = false;
    forEachCharacter(line, [&](char32_t character, qsizetype first, int size) {
        const int width = columnsOf(character);
        full = full || used + width > columns - 1;
        if (full)
            return;
        used += width;
        result += QStringView(line).mid(first, size);
    });
    return result + u'…' + QString(columns - 1 - used, u' ');
}

bool isTerminal(int file) { return ::isatty(file) == 1; }

QSize terminalSize(int file)
{
    winsize size = {};
    if (::ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return {80, 24};
    return {size.ws_col, size.ws_row};
}

bool writeAll(int file, const QByteArray &text)
{
    for (qsizetype written = 0; written < text.size();) {
        const ssize_t n = ::write(file, text.constData() + written, size_t(text.size() - written));
        if (n < 0 && errno != EINTR)
            return false;
        written += qMax<ssize_t>(0, n);
    }
    return true;
}

void sayError(const QString &sentence)
{
    writeAll(STDERR_FILENO, (QStringLiteral("linescopectl: ") + terminalText(sentence) + u'\n').toUtf8());
}

} // namespace Linescope
