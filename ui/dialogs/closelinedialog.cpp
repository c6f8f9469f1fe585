// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/closelinedialog.h"

#include "panels/inspector/callfacts.h"
#include "support/text.h"
#include "support/theme/theme.h"
#include "tapi/names.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Linescope {

CloseLineDialog::CloseLineDialog(const World &world, DeviceId device, HLine suggested, bool providerCan,
                                 const ServerOptions &options, QWidget *parent)
    : QDialog(parent)
    , m_group(new QButtonGroup(this))
    , m_summary(makeLabel())
    , m_warning(makeLabel())
    , m_table(new QTableWidget)
{
    setProperty("helpPage", QStringLiteral("lines"));
    setWindowTitle(tr("Close line %1").arg(visibleText(world.device(device)->info.name, 80)));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(tr("Who closes the line?")));

    world.lines().forEach([&](const Line &line) {
        if (line.device != device)
            return;
        const App *app = world.app(line.app);
        addOption(world, tr("%1 closes its %2 (lineClose)").arg(app ? app->name : QString(), shortName(line.id)),
                  {line.id, false}, previewClose(world, line.id, options),
                  tr("Only this application's handles on the line become void; others keep theirs (L-16)."));
        if (line.id == suggested)
            m_group->buttons().last()->setChecked(true);
    });
    addOption(world, tr("The provider closes the line (LINE_CLOSE)"), {{}, true}, previewProviderClose(world, device),
              providerCan ? tr("Every application loses the line and all its handles at once (L-28, L-29).")
                          : tr("Not now: %1").arg(tr("The source cannot be told to close a line.")));
    m_group->buttons().last()->setEnabled(providerCan);
    for (QAbstractButton *button : m_group->buttons())
        layout->addWidget(button);
    if (!m_group->checkedButton() && m_group->buttons().first()->isEnabled())
        m_group->buttons().first()->setChecked(true);

    m_summary->setWordWrap(true);
    m_warning->setWordWrap(true);
    setTextColor(m_warning, toneColor(Tone::Bad, palette()));
    layout->addSpacing(6);
    layout->addWidget(m_summary);
    layout->addWidget(m_warning);
    makeTable();
    layout->addWidget(m_table, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Close line"), QDialogButtonBox::AcceptRole)->setEnabled(m_group->checkedButton());
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(m_group, &QButtonGroup::idToggled, this, &CloseLineDialog::showPreview);
    showPreview();
    resize(620, 440);
}

void CloseLineDialog::makeTable()
{
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Handle"), tr("Application"), tr("State"), tr("What happens")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Handles that become void"));
    m_table->setMinimumHeight(120);
}

void CloseLineDialog::addOption(const World &world, const QString &text, const Choice &choice,
                                const VoidPreview &preview, const QString &toolTip)
{
    auto *button = new QRadioButton(menuText(text));
    setPlainToolTip(button, toolTip);
    m_group->addButton(button, int(m_options.size()));
    Option option{choice, summaryOf(preview), {}, {}};
    if (preview.droppedCalls() > 0)
        option.warning = tr("%n live call(s) will be hung up.", nullptr, int(preview.droppedCalls()));
    for (const DyingHandle &dying : preview.handles.mid(0, MaxRows))
        option.rows += rowOf(world, dying);
    m_options += option;
}

CloseLineDialog::Choice CloseLineDialog::choice() const
{
    const int id = m_group->checkedId();
    return id < 0 ? Choice() : m_options.at(id).choice;
}

QString CloseLineDialog::summary() const { return m_summary->text() + u' ' + m_warning->text(); }

QString CloseLineDialog::summaryOf(const VoidPreview &preview) const
{
    if (preview.handles.isEmpty())
        return tr("No handle is on the line: nothing becomes void.");
    return tr("%n handle(s) become void at once:", nullptr, int(preview.handles.size())) + u' '
        + tr("%n retained,", nullptr, int(preview.retained())) + u' ' + tr("%n live.", nullptr, int(preview.live()))
        + u' ' + tr("%n call record(s) are freed at the provider.", nullptr, int(preview.releasedCalls()));
}

QStringList CloseLineDialog::rowOf(const World &world, const DyingHandle &dying) const
{
    QStringList effects{tr("void")};
    if (dying.callDropped)
        effects += tr("call hung up");
    if (dying.callReleased)
        effects += tr("last handle, record freed");
    const App *app = world.app(dying.app);
    return {shortName(dying.handle), visibleText(app ? app->name : QString()), nameOf(dying.state),
            effects.join(QStringLiteral(", "))};
}

void CloseLineDialog::showPreview()
{
    const int id = m_group->checkedId();
    const Option option = id < 0 ? Option() : m_options.at(id);
    m_summary->setText(option.summary);
    m_warning->setText(id < 0 ? tr("No application has the line open, and the source cannot be told to close it.")
                              : option.warning);
    m_warning->setVisible(!m_warning->text().isEmpty());
    m_table->setRowCount(int(option.rows.size()));
    for (int row = 0; row < option.rows.size(); ++row) {
        for (int column = 0; column < m_table->columnCount(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(option.rows.at(row).at(column)));
    }
    m_table->resizeColumnsToContents();
}

} // namespace Linescope
