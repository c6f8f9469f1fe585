// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/alarmspage.h"

#include "dialogs/forms.h"
#include "support/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace Linescope {

namespace {

constexpr int mostSeconds = 7 * 24 * 3600;
constexpr int mostHandles = 1'000'000;
constexpr int mostKiB = 1 << 24;
constexpr quint64 bytesPerKiB = 1024;

int bounded(quint64 value, int most) { return int(std::min(value, quint64(most))); }

} // namespace

AlarmLimit AlarmsPage::Fields::limit() const
{
    return {Microseconds(age->value()) * 1_s, quint32(count->value()), quint64(bytes->value()) * bytesPerKiB};
}

void AlarmsPage::Fields::show(const AlarmLimit &limit) const
{
    age->setValue(bounded(quint64(limit.age / 1_s), mostSeconds));
    count->setValue(bounded(limit.count, mostHandles));
    bytes->setValue(bounded((limit.bytes + bytesPerKiB - 1) / bytesPerKiB, mostKiB));
}

AlarmsPage::AlarmsPage(const QStringList &appNames, QWidget *parent)
    : SettingsPage(tr("Alarms"), parent)
{
    setProperty("helpPage", QStringLiteral("alarms"));
    addUsual();
    addApps(appNames);
    auto *form = addGroup(tr("When an alarm fires"));
    m_tray = addCheck(form, tr("Icon in the &tray with the number of retained handles"));
    m_notify = addCheck(form, tr("&Notification of the desktop"));
    connect(m_tray, &QCheckBox::toggled, m_notify, &QWidget::setEnabled);
    column()->addStretch();
}

void AlarmsPage::addUsual()
{
    auto *form = addGroup(tr("An application retains too much when"));
    const QString never = tr("no limit");
    m_usual.age = addNumber(form, tr("a handle is kept for &more than:"), 0, mostSeconds,
                            tr(" s", "seconds, behind a number"), never);
    m_usual.count = addNumber(form, tr("its &handles are more than:"), 0, mostHandles, {}, never);
    m_usual.bytes = addNumber(form, tr("their m&emory is more than:"), 0, mostKiB, tr(" KiB"), never);
}

void AlarmsPage::addApps(const QStringList &appNames)
{
    auto *form = addGroup(tr("Applications with limits of their own"));
    m_apps = new QListWidget;
    m_apps->setAccessibleName(tr("Applications with limits of their own"));
    m_apps->setMaximumHeight(fontMetrics().height() * 6);
    auto *add = new QPushButton(tr("&Add…"));
    m_remove = new QPushButton(tr("&Remove"));
    auto *buttons = new QVBoxLayout;
    for (auto *button : {add, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_apps, 1);
    row->addLayout(buttons);
    form->addRow(row);
    const QString never = tr("no limit");
    m_own.age = addNumber(form, tr("Lon&gest time:"), 0, mostSeconds, tr(" s", "seconds, behind a number"), never);
    m_own.count = addNumber(form, tr("Most han&dles:"), 0, mostHandles, {}, never);
    m_own.bytes = addNumber(form, tr("Most memor&y:"), 0, mostKiB, tr(" KiB"), never);
    for (auto *box : {m_own.age, m_own.count, m_own.bytes})
        connect(box, &QSpinBox::valueChanged, this, &AlarmsPage::noteCurrentApp);
    connect(m_apps, &QListWidget::currentRowChanged, this, &AlarmsPage::showCurrentApp);
    connect(add, &QPushButton::clicked, this, [this, appNames] { askForApp(appNames); });
    connect(m_remove, &QPushButton::clicked, this, &AlarmsPage::removeApp);
}

void AlarmsPage::askForApp(const QStringList &appNames)
{
    QStringList names;
    for (const QString &name : appNames) {
        if (!m_limits.contains(name) && !names.contains(name))
            names += name;
    }
    names.sort();
    AppNameDialog dialog(
        tr("Add application"), tr("Add"), names, [this](const QString &name) { return problemWith(name); }, this);
    if (dialog.exec() == QDialog::Accepted)
        addApp(dialog.name());
}

QString AlarmsPage::problemWith(const QString &name) const
{
    if (name.trimmed().isEmpty())
        return tr("An application needs a name.");
    if (name.size() > Preferences::MaxAppName)
        return tr("That name is too long.");
    if (m_limits.size() >= Preferences::MaxAlarmApps && !m_limits.contains(name))
        return tr("There are limits for %n application(s) already, the most there can be.", nullptr,
                  Preferences::MaxAlarmApps);
    return {};
}

QString AlarmsPage::addApp(const QString &name)
{
    if (const QString problem = problemWith(name); !problem.isEmpty())
        return problem;
    if (!m_limits.contains(name))
        m_limits.insert(name, m_usual.limit());
    showApps(name);
    tellChange();
    return {};
}

void AlarmsPage::removeApp()
{
    if (const auto *item = m_apps->currentItem()) {
        m_limits.remove(item->data(Qt::UserRole).toString());
        showApps({});
        tellChange();
    }
}

void AlarmsPage::showApps(const QString &current)
{
    const QSignalBlocker blocker(m_apps);
    m_apps->clear();
    for (auto app = m_limits.cbegin(); app != m_limits.cend(); ++app) {
        auto *item = new QListWidgetItem(visibleText(app.key(), 60), m_apps);
        item->setData(Qt::UserRole, app.key());
        if (app.key() == current)
            m_apps->setCurrentItem(item);
    }
    if (!m_apps->currentItem() && m_apps->count() > 0)
        m_apps->setCurrentRow(0);
    showCurrentApp();
}

void AlarmsPage::showCurrentApp()
{
    const auto *item = m_apps->currentItem();
    const AlarmLimit limit = item ? m_limits.value(item->data(Qt::UserRole).toString()) : AlarmLimit();
    for (auto *box : {m_own.age, m_own.count, m_own.bytes}) {
        box->blockSignals(true);
        box->setEnabled(item);
    }
    m_own.show(limit);
    for (auto *box : {m_own.age, m_own.count, m_own.bytes})
        box->blockSignals(false);
    m_remove->setEnabled(item);
}

void AlarmsPage::noteCurrentApp()
{
    if (const auto *item = m_apps->currentItem()) {
        m_limits[item->data(Qt::UserRole).toString()] = m_own.limit();
        tellChange();
    }
}

void AlarmsPage::fill(const Preferences &preferences)
{
    m_usual.show(preferences.alarms.usual);
    m_limits = preferences.alarms.apps;
    const auto *item = m_apps->currentItem();
    showApps(item ? item->data(Qt::UserRole).toString() : QString());
    m_tray->setChecked(preferences.trayIcon);
    m_notify->setChecked(preferences.notify);
    m_notify->setEnabled(preferences.trayIcon);
}

void AlarmsPage::store(Preferences &preferences) const
{
    preferences.alarms = {m_usual.limit(), m_limits};
    preferences.trayIcon = m_tray->isChecked();
    preferences.notify = m_notify->isChecked();
}

} // namespace Linescope
