// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/traceplay.h"

#include "linescopectl/terminal.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Linescope {

QString goldenFile(const QString &golden, const QString &scenario)
{
    if (!QFileInfo(golden).isDir())
        return golden;
    const QString name = QFileInfo(scenario).fileName();
    const QString base = name.endsWith(".scenario.json"_L1) ? name.chopped(14) : QFileInfo(name).completeBaseName();
    return QDir(golden).filePath(base + u".trace"_s);
}

std::optional<QString> keepTrace(const QString &path, const Scenarios::Trace &trace)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(Scenarios::toText(trace)) >= 0 && file.commit())
        return {};
    return Options::tr("%1 cannot be written: %2").arg(path, file.errorString());
}

QStringList comparisonLines(const Scenarios::TraceComparison &comparison, const QString &left, const QString &right,
                            int columns)
{
    if (comparison.same())
        return {Options::tr("%1 and %2: no difference in %n row(s).", nullptr, int(comparison.left.size()))
                    .arg(left, right)};
    QStringList lines;
    for (const QString &line : Scenarios::sideBySide(comparison, columns))
        lines.append(terminalText(line));
    if (comparison.cut)
        lines.append(Options::tr("There are too many differences: a part was compared row by row."));
    lines.append(Options::tr("%1 (left) and %2 (right): %n difference(s).", nullptr, int(comparison.differences()))
                     .arg(left, right));
    return lines;
}

QByteArray comparisonJson(const Scenarios::TraceComparison &comparison, const QString &file, const QString &left,
                          const QString &right)
{
    QJsonObject json = Scenarios::toJson(comparison);
    json.insert(u"event"_s, u"comparison"_s);
    json.insert(u"file"_s, terminalText(file));
    json.insert(u"leftName"_s, terminalText(left));
    json.insert(u"rightName"_s, terminalText(right));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace Linescope
