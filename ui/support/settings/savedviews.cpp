// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/settings/savedviews.h"

#include "support/settings/settings.h"
#include "support/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <algorithm>

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

using Column = HandleModel::Column;

constexpr qsizetype MaxFilterLength = 2000;

QString columnName(Column column) { return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(int(column))); }

std::optional<Column> columnFromName(const QString &name)
{
    bool ok = false;
    const int value = QMetaEnum::fromType<Column>().keyToValue(name.toLatin1().constData(), &ok);
    if (!ok || value < 0 || value >= int(Column::Count))
        return std::nullopt;
    return Column(value);
}

QJsonObject toJson(const SavedView &view)
{
    QJsonArray columns;
    for (const Column column : view.columns)
        columns += columnName(column);
    return {{u"name"_s, view.name},
            {u"filter"_s, view.filter},
            {u"grouping"_s, groupingName(view.grouping)},
            {u"sort"_s, columnName(view.sortColumn)},
            {u"descending"_s, view.descending},
            {u"columns"_s, columns}};
}

// Whoever edits the file by hand gets what can be understood.
SavedView fromJson(const QJsonObject &object)
{
    SavedView view;
    view.name = SavedViews::tidyName(object[u"name"_s].toString());
    view.filter = object[u"filter"_s].toString().left(MaxFilterLength);
    view.grouping = groupingFromName(object[u"grouping"_s].toString());
    view.sortColumn = columnFromName(object[u"sort"_s].toString()).value_or(Column::Handle);
    view.descending = object[u"descending"_s].toBool();
    const QJsonArray columns = object[u"columns"_s].toArray();
    for (const QJsonValue &name : columns) {
        const auto column = columnFromName(name.toString());
        if (column && !view.columns.contains(*column))
            view.columns += *column;
    }
    return view;
}

} // namespace

SavedViews::SavedViews(Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_own(read())
{
}

QList<SavedView> SavedViews::builtIn()
{
    return {
        {tr("All handles"), {}, Grouping::None, Column::Handle, true, {}},
        {tr("Retained"), u"retained"_s, Grouping::None, Column::InState, true, {}},
        {tr("Leaks: retained for over five minutes"), u"retainedfor>5m"_s, Grouping::App, Column::InState, true, {}},
        {tr("By application"), {}, Grouping::App, Column::Handle, false, {}},
        {tr("By state"), {}, Grouping::State, Column::InState, true, {}},
    };
}

void SavedViews::setOwn(const QList<SavedView> &views)
{
    if (views == m_own)
        return;
    m_own = views.first(std::min(views.size(), MaxViews));
    QJsonArray array;
    for (const SavedView &view : std::as_const(m_own))
        array += toJson(view);
    m_settings->setSavedViews(QJsonDocument(array).toJson(QJsonDocument::Compact));
    Q_EMIT changed();
}

bool SavedViews::contains(const QString &name) const
{
    return std::any_of(m_own.begin(), m_own.end(), [&](const SavedView &view) { return view.name == tidyName(name); });
}

bool SavedViews::save(SavedView view)
{
    view.name = tidyName(view.name);
    QList<SavedView> views = m_own;
    const auto same = std::find_if(views.begin(), views.end(), [&](const SavedView &v) { return v.name == view.name; });
    if (same != views.end())
        *same = view;
    else if (views.size() < MaxViews)
        views += view;
    else
        return false;
    setOwn(views);
    return true;
}

QString SavedViews::tidyName(const QString &name) { return visibleText(name.simplified(), MaxNameLength); }

QString SavedViews::problemWith(const QString &name)
{
    const QString tidy = tidyName(name);
    if (tidy.isEmpty())
        return tr("The view needs a name.");
    const QList<SavedView> views = builtIn();
    if (std::any_of(views.begin(), views.end(), [&](const SavedView &view) { return view.name == tidy; }))
        return tr("“%1” is a view of Linescope itself. Please take another name.").arg(tidy);
    return {};
}

QList<SavedView> SavedViews::read() const
{
    QList<SavedView> views;
    const QJsonArray array = QJsonDocument::fromJson(m_settings->savedViews()).array();
    for (const QJsonValue &value : array) {
        const SavedView view = fromJson(value.toObject());
        const bool isNew = std::none_of(views.begin(), views.end(),
                                        [&](const SavedView &each) { return each.name == view.name; });
        if (isNew && problemWith(view.name).isEmpty() && views.size() < MaxViews)
            views += view;
    }
    return views;
}

} // namespace Linescope
