// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/closelinedialog.h"

#include "panels/callfacts.h"
#include "support/text.h"
#include "support/theme.h"
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
                                 QWidget *parent)
    : QDialog(parent)
    , m_world(world)
    , m_device(device)
    , m_group(new QButtonGroup(this))
    , m_summary(makeLabel())
    , m_warning(makeLabel())
    , m_table(new QTableWidget)
{
    const QString name = visibleText(m_world.device(device)->info.name, 80);
    setWindowTitle(tr("Close line %1").arg(name));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(tr("Who closes the line?")));

    m_world.lines().forEach([&](const Line &line) {
        if (line.device != device)
            return;
        const App *app = m_world.app(line.app);
        addChoice(tr("%1 closes its %2 (lineClose)").arg(app ? app->name : QString(), shortName(line.id)), {line.id},
                  true, tr("Only this application's handles on the line become void; others keep theirs (L-16)."));
        if (line.id == suggested)
            m_group->buttons().last()->setChecked(true);
    });
    addChoice(tr("The provider closes the line (LINE_CLOSE)"), {{}, true}, providerCan,
              providerCan ? tr("Every application loses the line and all its handles at once (L-28, L-29).")
                          : tr("Not now: %1").arg(tr("The source cannot be told to close a line.")));
    for (QAbstractButton *button : m_group->buttons())
        layout->addWidget(button);
    if (!m_group->checkedButton() && !m_choices.isEmpty())
        m_group->buttons().first()->setChecked(true);

    m_summary->setWordWrap(true);
    m_warning->setWordWrap(true);
    setTextColor(m_warning, toneColor(Tone::Bad, palette()));
    layout->addSpacing(6);
    layout->addWidget(m_summary);
    layout->addWidget(m_warning);

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
    layout->addWidget(m_table, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *close = buttons->addButton(tr("Close line"), QDialogButtonBox::AcceptRole);
    close->setEnabled(!m_choices.isEmpty());
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(m_group, &QButtonGroup::idToggled, this, &CloseLineDialog::showPreview);
    showPreview();
    resize(620, 440);
}

void CloseLineDialog::addChoice(const QString &text, const Choice &choice, bool enabled, const QString &toolTip)
{
    auto *button = new QRadioButton(menuText(text));
    button->setEnabled(enabled);
    setPlainToolTip(button, toolTip);
    m_group->addButton(button, int(m_choices.size()));
    m_choices += choice;
}

CloseLineDialog::Choice CloseLineDialog::choice() const
{
    const int id = m_group->checkedId();
    return id < 0 ? Choice() : m_choices.at(id);
}

QString CloseLineDialog::summary() const { return m_summary->text() + u' ' + m_warning->text(); }

QString CloseLineDialog::summaryOf(const ClosePreview &preview) const
{
    if (preview.handles.isEmpty())
        return tr("No handle is on the line: nothing becomes void.");
    return tr("%n handle(s) become void at once:", nullptr, int(preview.handles.size())) + u' '
        + tr("%n retained,", nullptr, int(preview.retained())) + u' ' + tr("%n live.", nullptr, int(preview.live()))
        + u' ' + tr("%n call record(s) are freed at the provider.", nullptr, int(preview.releasedCalls()));
}

void CloseLineDialog::showPreview()
{
    const Choice chosen = choice();
    const ClosePreview preview = chosen.asProvider ? previewProviderClose(m_world, m_device)
                                                   : previewClose(m_world, chosen.line);
    m_summary->setText(summaryOf(preview));
    m_warning->setVisible(preview.droppedCalls() > 0);
    m_warning->setText(preview.droppedCalls() == 0
                           ? QString()
                           : tr("%n live call(s) will be hung up.", nullptr, int(preview.droppedCalls())));
    const int rows = int(std::min(preview.handles.size(), MaxRows));
    m_table->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const DyingHandle &dying = preview.handles.at(row);
        const App *app = m_world.app(dying.app);
        QStringList effects{tr("void")};
        if (dying.callDropped)
            effects += tr("call hung up");
        if (dying.callReleased)
            effects += tr("last handle, record freed");
        const QStringList cells{shortName(dying.handle), visibleText(app ? app->name : QString()), nameOf(dying.state),
                                effects.join(QStringLiteral(", "))};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
}

} // namespace Linescope
