<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
    <context>
        <name>Linescope::AboutDialog</name>
        <message>
            <source>About Linescope</source>
            <translation>À propos de Linescope</translation>
        </message>
        <message>
            <source>Linescope %1</source>
            <translation>Linescope %1</translation>
        </message>
        <message>
            <source>A monitor for telephony lines, calls and call handles after TAPI 2.2.</source>
            <translation>Un moniteur de lignes, d'appels et de poignées d'appel selon TAPI 2.2.</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
            <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure, fourni sans aucune garantie.</translation>
        </message>
        <message>
            <source>Qt %1, built with %2</source>
            <translation>Qt %1, compilé avec %2</translation>
        </message>
        <message>
            <source>version unknown</source>
            <translation>version inconnue</translation>
        </message>
        <message>
            <source>&amp;Versions</source>
            <translation>&amp;Versions</translation>
        </message>
        <message>
            <source>&amp;Licence</source>
            <translation>&amp;Licence</translation>
        </message>
        <message>
            <source>Made by &amp;others</source>
            <translation>Composants &amp;tiers</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>&amp;Copy versions</source>
            <translation>&amp;Copier les versions</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>Source : %1</translation>
        </message>
        <message>
            <source>Compiler: %1</source>
            <translation>Compilateur : %1</translation>
        </message>
        <message>
            <source>System: %1, %2, display: %3</source>
            <translation>Système : %1, %2, affichage : %3</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <source>Qt Charts: GNU General Public License, version 3. Copyright The Qt Company Ltd. qt.io</source>
            <translation>Qt Charts : licence publique générale GNU (GPL), version 3. Copyright The Qt Company Ltd. qt.io</translation>
        </message>
        <message>
            <source>QtKeychain, passwords in the desktop's keyring: modified BSD licence. Copyright Frank Osterfeld. github.com/frankosterfeld/qtkeychain</source>
            <translation>QtKeychain, mots de passe dans le trousseau du bureau : licence BSD modifiée. Copyright Frank Osterfeld. github.com/frankosterfeld/qtkeychain</translation>
        </message>
        <message>
            <source>tl::expected, results of functions: CC0, in the public domain. By Sy Brand. github.com/TartanLlama/expected</source>
            <translation>tl::expected, résultats de fonctions : CC0, dans le domaine public. Par Sy Brand. github.com/TartanLlama/expected</translation>
        </message>
        <message>
            <source>All of them are used unchanged, as shared libraries or headers of the system. Their full licence texts come with the system's packages; those of GPL and LGPL are at gnu.org/licenses.</source>
            <translation>Tous sont utilisés sans modification, comme bibliothèques partagées ou en-têtes du système. Leurs licences complètes viennent avec les paquets du système ; celles de la GPL et de la LGPL sont sur gnu.org/licenses.</translation>
        </message>
        <message>
            <source>Made by others</source>
            <translation>Composants tiers</translation>
        </message>
        <message>
            <source>Qt (Core, Gui, Widgets, Network, Sql, Svg): GNU Lesser General Public License, version 3. Copyright The Qt Company Ltd and other contributors. qt.io</source>
            <translation>Qt (Core, Gui, Widgets, Network, Sql, Svg) : GNU Lesser General Public License, version 3. Copyright The Qt Company Ltd et autres contributeurs. qt.io</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Actions</name>
        <message>
            <source>&amp;Connect to Asterisk…</source>
            <translation>Se &amp;connecter à Asterisk…</translation>
        </message>
        <message>
            <source>Watch the lines and calls of an Asterisk server.</source>
            <translation>Suivre les lignes et les appels d'un serveur Asterisk.</translation>
        </message>
        <message>
            <source>Connect…</source>
            <translation>Connecter…</translation>
        </message>
        <message>
            <source>Start the &amp;simulator's demo</source>
            <translation>Lancer la démo du &amp;simulateur</translation>
        </message>
        <message>
            <source>Lines with traffic and applications of different habits, all inside Linescope.</source>
            <translation>Des lignes animées et des applications aux habitudes diverses, le tout dans Linescope.</translation>
        </message>
        <message>
            <source>&amp;Disconnect source</source>
            <translation>&amp;Déconnecter la source</translation>
        </message>
        <message>
            <source>Take away the source of the selected line; its lines are removed and their handles become void.</source>
            <translation>Retirer la source de la ligne choisie ; ses lignes sont retirées et leurs poignées deviennent nulles.</translation>
        </message>
        <message>
            <source>&amp;Pause the view</source>
            <translation>&amp;Figer la vue</translation>
        </message>
        <message>
            <source>Freeze what is on screen. The engine goes on, and nothing is lost.</source>
            <translation>Figer ce qui est à l'écran. Le moteur continue et rien n'est perdu.</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Figer</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message>
            <source>End Linescope.</source>
            <translation>Quitter Linescope.</translation>
        </message>
        <message>
            <source>&amp;Open line…</source>
            <translation>&amp;Ouvrir une ligne…</translation>
        </message>
        <message>
            <source>Open a line device as one of the applications.</source>
            <translation>Ouvrir une ligne au nom d'une des applications.</translation>
        </message>
        <message>
            <source>Open line…</source>
            <translation>Ouvrir…</translation>
        </message>
        <message>
            <source>&amp;Close line…</source>
            <translation>&amp;Fermer la ligne…</translation>
        </message>
        <message>
            <source>Close a line after a preview of what it does: every call handle on it becomes void at once.</source>
            <translation>Fermer une ligne après un aperçu de l'effet : toutes ses poignées d'appel deviennent nulles d'un coup.</translation>
        </message>
        <message>
            <source>Close line…</source>
            <translation>Fermer la ligne…</translation>
        </message>
        <message>
            <source>Deallocate idle handles of this &amp;line</source>
            <translation>Libérer les poignées reten&amp;ues de cette ligne</translation>
        </message>
        <message>
            <source>Deallocate every retained handle on the selected line.</source>
            <translation>Libérer toutes les poignées retenues de la ligne choisie.</translation>
        </message>
        <message>
            <source>&amp;Make call…</source>
            <translation>&amp;Appeler…</translation>
        </message>
        <message>
            <source>Dial on a line that an application owns.</source>
            <translation>Composer un numéro sur une ligne ouverte par une application.</translation>
        </message>
        <message>
            <source>Make call…</source>
            <translation>Appeler…</translation>
        </message>
        <message>
            <source>A&amp;ccept</source>
            <translation>Acc&amp;epter</translation>
        </message>
        <message>
            <source>Tell the switch that the offered call is taken; it alerts.</source>
            <translation>Dire au commutateur que l'appel offert est pris ; il sonne.</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Accepter</translation>
        </message>
        <message>
            <source>&amp;Answer</source>
            <translation>&amp;Décrocher</translation>
        </message>
        <message>
            <source>Answer the offered call.</source>
            <translation>Répondre à l'appel offert.</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Décrocher</translation>
        </message>
        <message>
            <source>&amp;Hold</source>
            <translation>Mettre en &amp;garde</translation>
        </message>
        <message>
            <source>Put the connected call on hold.</source>
            <translation>Mettre l'appel en garde.</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Garde</translation>
        </message>
        <message>
            <source>&amp;Unhold</source>
            <translation>&amp;Reprendre</translation>
        </message>
        <message>
            <source>Take the call back from hold.</source>
            <translation>Reprendre l'appel mis en garde.</translation>
        </message>
        <message>
            <source>Unhold</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>&amp;Drop</source>
            <translation>Raccr&amp;ocher</translation>
        </message>
        <message>
            <source>Hang up. The handle stays valid until it is deallocated.</source>
            <translation>Raccrocher. La poignée reste valide jusqu'à sa libération.</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>Raccrocher</translation>
        </message>
        <message>
            <source>&amp;View call information</source>
            <translation>&amp;Voir les informations d'appel</translation>
        </message>
        <message>
            <source>Read the whole LINECALLINFO record through this handle; an idle call keeps it until its last handle goes.</source>
            <translation>Lire toute la fiche LINECALLINFO par cette poignée ; un appel terminé la garde jusqu'à sa dernière poignée.</translation>
        </message>
        <message>
            <source>D&amp;eallocate handle</source>
            <translation>&amp;Libérer la poignée</translation>
        </message>
        <message>
            <source>Give the handle back. The call itself goes on; its record is freed with the last handle.</source>
            <translation>Rendre la poignée. L'appel lui-même continue ; sa fiche part avec la dernière poignée.</translation>
        </message>
        <message>
            <source>Deallocate</source>
            <translation>Libérer</translation>
        </message>
        <message>
            <source>Deallocate all &amp;idle handles</source>
            <translation>Libérer toutes les poignées reten&amp;ues</translation>
        </message>
        <message>
            <source>Deallocate every retained handle of every application.</source>
            <translation>Libérer toutes les poignées retenues de toutes les applications.</translation>
        </message>
        <message>
            <source>Deallocate idle</source>
            <translation>Libérer retenues</translation>
        </message>
        <message>
            <source>&amp;New virtual application…</source>
            <translation>&amp;Nouvelle application virtuelle…</translation>
        </message>
        <message>
            <source>Start an application inside Linescope, with habits of your choice.</source>
            <translation>Lancer une application dans Linescope, avec des habitudes de votre choix.</translation>
        </message>
        <message>
            <source>&amp;Shut down application</source>
            <translation>A&amp;rrêter l'application</translation>
        </message>
        <message>
            <source>lineShutdown: its lines close and its handles become void.</source>
            <translation>lineShutdown : ses lignes ferment et ses poignées deviennent nulles.</translation>
        </message>
        <message>
            <source>C&amp;rash application</source>
            <translation>Faire &amp;planter l'application</translation>
        </message>
        <message>
            <source>The application dies without a word; the engine cleans up after it.</source>
            <translation>L'application meurt sans un mot ; le moteur range derrière elle.</translation>
        </message>
        <message>
            <source>Deallocate idle handles of this &amp;application</source>
            <translation>Li&amp;bérer les poignées retenues de cette application</translation>
        </message>
        <message>
            <source>Deallocate every retained handle of the selected application.</source>
            <translation>Libérer toutes les poignées retenues de l'application choisie.</translation>
        </message>
        <message>
            <source>&amp;New incoming call…</source>
            <translation>&amp;Nouvel appel entrant…</translation>
        </message>
        <message>
            <source>Let somebody call the selected line.</source>
            <translation>Faire appeler la ligne choisie.</translation>
        </message>
        <message>
            <source>Incoming call…</source>
            <translation>Appel entrant…</translation>
        </message>
        <message>
            <source>Remote side &amp;answers</source>
            <translation>Le corre&amp;spondant décroche</translation>
        </message>
        <message>
            <source>The called party answers the selected outgoing call.</source>
            <translation>L'appelé répond à l'appel sortant choisi.</translation>
        </message>
        <message>
            <source>Remote side &amp;hangs up</source>
            <translation>Le corres&amp;pondant raccroche</translation>
        </message>
        <message>
            <source>The other party ends the selected call.</source>
            <translation>L'autre partie met fin à l'appel choisi.</translation>
        </message>
        <message>
            <source>Force LINE_&amp;CLOSE</source>
            <translation>Forcer LINE_&amp;CLOSE</translation>
        </message>
        <message>
            <source>The provider closes the line: every application loses it and all its handles.</source>
            <translation>Le fournisseur ferme la ligne : toutes les applications la perdent, avec toutes ses poignées.</translation>
        </message>
        <message>
            <source>Line &amp;in service</source>
            <translation>Ligne &amp;en service</translation>
        </message>
        <message>
            <source>The device works again.</source>
            <translation>L'équipement fonctionne de nouveau.</translation>
        </message>
        <message>
            <source>Line &amp;out of service</source>
            <translation>Ligne &amp;hors service</translation>
        </message>
        <message>
            <source>The device stops working; handles stay valid.</source>
            <translation>L'équipement cesse de fonctionner ; les poignées restent valides.</translation>
        </message>
        <message>
            <source>A&amp;dd line…</source>
            <translation>A&amp;jouter une ligne…</translation>
        </message>
        <message>
            <source>The provider gets one more line device (LINE_CREATE).</source>
            <translation>Le fournisseur reçoit une ligne de plus (LINE_CREATE).</translation>
        </message>
        <message>
            <source>&amp;Remove line</source>
            <translation>Re&amp;tirer la ligne</translation>
        </message>
        <message>
            <source>The device is gone for good (LINE_REMOVE).</source>
            <translation>L'équipement disparaît pour de bon (LINE_REMOVE).</translation>
        </message>
        <message>
            <source>Au&amp;tomatic calls</source>
            <translation>Appels a&amp;utomatiques</translation>
        </message>
        <message>
            <source>Let calls come and go by themselves.</source>
            <translation>Laisser les appels aller et venir d'eux-mêmes.</translation>
        </message>
        <message>
            <source>&amp;Provider dies</source>
            <translation>Le fournisseur &amp;meurt</translation>
        </message>
        <message>
            <source>The provider fails as if it had crashed; it is started again after a while.</source>
            <translation>Le fournisseur tombe comme s'il avait planté ; il est relancé après un moment.</translation>
        </message>
        <message>
            <source>&amp;Filter</source>
            <translation>Fi&amp;ltrer</translation>
        </message>
        <message>
            <source>Go to the filter.</source>
            <translation>Aller au filtre.</translation>
        </message>
        <message>
            <source>C&amp;lear filter</source>
            <translation>&amp;Effacer le filtre</translation>
        </message>
        <message>
            <source>Show every handle.</source>
            <translation>Montrer toutes les poignées.</translation>
        </message>
        <message>
            <source>C&amp;opy</source>
            <translation>Cop&amp;ier</translation>
        </message>
        <message>
            <source>Copy the selected rows, or all rows, as a table.</source>
            <translation>Copier les rangées choisies, ou toutes, comme tableau.</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Aide</translation>
        </message>
        <message>
            <source>What the window shows, and what the words mean.</source>
            <translation>Ce que montre la fenêtre et ce que veulent dire les mots.</translation>
        </message>
        <message>
            <source>&amp;About Linescope</source>
            <translation>À &amp;propos de Linescope</translation>
        </message>
        <message>
            <source>Version, licence and libraries.</source>
            <translation>Version, licence et bibliothèques.</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Not now: %1</source>
            <translation>Pas maintenant : %1</translation>
        </message>
        <message>
            <source>S&amp;wap hold…</source>
            <translation>Per&amp;muter la garde…</translation>
        </message>
        <message>
            <source>lineSwapHold: the call on hold and the connected one change places.</source>
            <translation>lineSwapHold : l'appel en garde et l'appel établi échangent leur place.</translation>
        </message>
        <message>
            <source>D&amp;ial…</source>
            <translation>C&amp;omposer…</translation>
        </message>
        <message>
            <source>lineDial: dial on a call that exists already, such as a consultation call with a dial tone.</source>
            <translation>lineDial : composer sur un appel qui existe déjà, par exemple un appel de consultation qui a la tonalité.</translation>
        </message>
        <message>
            <source>&amp;Consult for a transfer…</source>
            <translation>&amp;Consulter avant transfert…</translation>
        </message>
        <message>
            <source>lineSetupTransfer: the call waits while another party is asked; the number is dialled on the consultation call.</source>
            <translation>lineSetupTransfer : l'appel attend pendant qu'on consulte un autre correspondant ; le numéro est composé sur l'appel de consultation.</translation>
        </message>
        <message>
            <source>Complete the &amp;transfer…</source>
            <translation>Achever le &amp;transfert…</translation>
        </message>
        <message>
            <source>lineCompleteTransfer: the waiting call and the consultation call are joined, and both leave this line.</source>
            <translation>lineCompleteTransfer : l'appel en attente et l'appel de consultation sont réunis, et tous deux quittent cette ligne.</translation>
        </message>
        <message>
            <source>Complete as con&amp;ference…</source>
            <translation>Achever en con&amp;férence…</translation>
        </message>
        <message>
            <source>lineCompleteTransfer with LINETRANSFERMODE_CONFERENCE: the two calls and this line become a conference.</source>
            <translation>lineCompleteTransfer avec LINETRANSFERMODE_CONFERENCE : les deux appels et cette ligne forment une conférence.</translation>
        </message>
        <message>
            <source>&amp;Blind transfer…</source>
            <translation>Transfert &amp;aveugle…</translation>
        </message>
        <message>
            <source>lineBlindTransfer: send the connected call to a number without asking there.</source>
            <translation>lineBlindTransfer : envoyer l'appel établi vers un numéro sans consulter personne.</translation>
        </message>
        <message>
            <source>&amp;Redirect…</source>
            <translation>&amp;Rediriger…</translation>
        </message>
        <message>
            <source>lineRedirect: send the offered call on to a number before it is answered.</source>
            <translation>lineRedirect : envoyer l'appel offert vers un autre numéro avant qu'il soit décroché.</translation>
        </message>
        <message>
            <source>Set &amp;up a conference…</source>
            <translation>&amp;Ouvrir une conférence…</translation>
        </message>
        <message>
            <source>lineSetupConference: the connected call becomes the first party; the next one is dialled.</source>
            <translation>lineSetupConference : l'appel établi devient le premier participant ; le suivant est appelé.</translation>
        </message>
        <message>
            <source>Add a &amp;party…</source>
            <translation>Ajouter un &amp;participant…</translation>
        </message>
        <message>
            <source>linePrepareAddToConference: the conference waits while the next party is dialled.</source>
            <translation>linePrepareAddToConference : la conférence attend pendant qu'on appelle le participant suivant.</translation>
        </message>
        <message>
            <source>&amp;Join the conference…</source>
            <translation>Re&amp;joindre la conférence…</translation>
        </message>
        <message>
            <source>lineAddToConference: the consultation call joins the conference that waits.</source>
            <translation>lineAddToConference : l'appel de consultation rejoint la conférence qui attend.</translation>
        </message>
        <message>
            <source>Remove from conference</source>
            <translation>Retirer de la conférence</translation>
        </message>
        <message>
            <source>lineRemoveFromConference: the party leaves the conference, as far as the switch can do that.</source>
            <translation>lineRemoveFromConference : le participant quitte la conférence, si le commutateur sait le faire.</translation>
        </message>
        <message>
            <source>&amp;Park…</source>
            <translation>&amp;Parquer…</translation>
        </message>
        <message>
            <source>linePark: leave the call at a number of the switch, where it can be fetched from any line.</source>
            <translation>linePark : laisser l'appel à un numéro du commutateur, où toute ligne peut le reprendre.</translation>
        </message>
        <message>
            <source>U&amp;npark…</source>
            <translation>Repre&amp;ndre un appel parqué…</translation>
        </message>
        <message>
            <source>lineUnpark: fetch a parked call to the selected line.</source>
            <translation>lineUnpark : reprendre sur la ligne choisie un appel parqué.</translation>
        </message>
        <message>
            <source>Pick &amp;up…</source>
            <translation>&amp;Intercepter…</translation>
        </message>
        <message>
            <source>linePickup: take a call that rings elsewhere to the selected line.</source>
            <translation>linePickup : prendre sur la ligne choisie un appel qui sonne ailleurs.</translation>
        </message>
        <message>
            <source>Ca&amp;mp on</source>
            <translation>&amp;Rappel automatique</translation>
        </message>
        <message>
            <source>lineCompleteCall: the call is completed as soon as the busy party is free.</source>
            <translation>lineCompleteCall : l'appel aboutit dès que le correspondant occupé se libère.</translation>
        </message>
        <message>
            <source>S&amp;ecure</source>
            <translation>Proté&amp;ger</translation>
        </message>
        <message>
            <source>lineSecureCall: keep call-waiting tones and the like away from the call.</source>
            <translation>lineSecureCall : épargner à l'appel les bips de signal d'appel et autres dérangements.</translation>
        </message>
        <message>
            <source>Send &amp;digits…</source>
            <translation>&amp;Envoyer des chiffres…</translation>
        </message>
        <message>
            <source>lineGenerateDigits: send tones (DTMF) into the call.</source>
            <translation>lineGenerateDigits : envoyer des tonalités (DTMF) dans l'appel.</translation>
        </message>
        <message>
            <source>&amp;Monitor digits</source>
            <translation>&amp;Surveiller les chiffres</translation>
        </message>
        <message>
            <source>lineMonitorDigits: tell the application of each tone that the other party sends.</source>
            <translation>lineMonitorDigits : signaler à l'application chaque tonalité envoyée par le correspondant.</translation>
        </message>
        <message>
            <source>Become &amp;owner</source>
            <translation>Devenir &amp;propriétaire</translation>
        </message>
        <message>
            <source>lineSetCallPrivilege: any holder may raise itself to OWNER; the other owners stay owners (P-18).</source>
            <translation>lineSetCallPrivilege : tout détenteur peut devenir OWNER ; les autres propriétaires le restent (P-18).</translation>
        </message>
        <message>
            <source>Become mo&amp;nitor</source>
            <translation>Devenir &amp;observateur</translation>
        </message>
        <message>
            <source>lineSetCallPrivilege: step back to MONITOR; the last owner of a live call cannot (P-19).</source>
            <translation>lineSetCallPrivilege : redevenir MONITOR ; le dernier propriétaire d'un appel en cours ne le peut pas (P-19).</translation>
        </message>
        <message>
            <source>&amp;Hand off…</source>
            <translation>Passer le &amp;relais…</translation>
        </message>
        <message>
            <source>lineHandoff: another application gets OWNER privilege; the handle here stays until it is deallocated.</source>
            <translation>lineHandoff : une autre application reçoit le privilège OWNER ; la poignée d'ici reste jusqu'à sa libération.</translation>
        </message>
        <message>
            <source>&amp;Command palette…</source>
            <translation>Palette de &amp;commandes…</translation>
        </message>
        <message>
            <source>Find a command by its name, and do it.</source>
            <translation>Trouver une commande par son nom, et l'exécuter.</translation>
        </message>
        <message>
            <source>&amp;Shortcuts…</source>
            <translation>&amp;Raccourcis…</translation>
        </message>
        <message>
            <source>See which keys do what, and change them.</source>
            <translation>Voir quelles touches font quoi, et les changer.</translation>
        </message>
        <message>
            <source>Guided &amp;tour</source>
            <translation>&amp;Visite guidée</translation>
        </message>
        <message>
            <source>The life of a call handle, told in three minutes.</source>
            <translation>La vie d'une poignée d'appel, racontée en trois minutes.</translation>
        </message>
        <message>
            <source>&amp;Presenter mode</source>
            <translation>Mode pré&amp;sentation</translation>
        </message>
        <message>
            <source>Full screen, large type, and keys and clicks that can be seen. Esc leaves.</source>
            <translation>Plein écran, grands caractères, touches et clics visibles. Échap quitte.</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exporter…</translation>
        </message>
        <message>
            <source>Write the rows or the picture of this view into a file: CSV, JSON, SVG, PNG or PDF.</source>
            <translation>Écrire les rangées ou l'image de cette vue dans un fichier : CSV, JSON, SVG, PNG ou PDF.</translation>
        </message>
        <message>
            <source>P&amp;rint…</source>
            <translation>&amp;Imprimer…</translation>
        </message>
        <message>
            <source>Print the rows or the picture of this view.</source>
            <translation>Imprimer les rangées ou l'image de cette vue.</translation>
        </message>
        <message>
            <source>Copy p&amp;icture</source>
            <translation>Copier l'i&amp;mage</translation>
        </message>
        <message>
            <source>Put the picture of this view on the clipboard.</source>
            <translation>Mettre l'image de cette vue dans le presse-papiers.</translation>
        </message>
        <message>
            <source>Copy the call as &amp;text</source>
            <translation>Copier l'appel en &amp;texte</translation>
        </message>
        <message>
            <source>All that the inspector shows, for a mail or a ticket.</source>
            <translation>Tout ce que montre l'inspecteur, pour un courriel ou un ticket.</translation>
        </message>
        <message>
            <source>Copy the call as &amp;JSON</source>
            <translation>Copier l'appel en &amp;JSON</translation>
        </message>
        <message>
            <source>All that the inspector shows, for programs.</source>
            <translation>Tout ce que montre l'inspecteur, pour les programmes.</translation>
        </message>
        <message>
            <source>Copy the ladder as &amp;Mermaid</source>
            <translation>Copier l'échelle en &amp;Mermaid</translation>
        </message>
        <message>
            <source>Text that draws the ladder in a Markdown page.</source>
            <translation>Texte qui dessine l'échelle dans une page Markdown.</translation>
        </message>
        <message>
            <source>Copy the ladder as &amp;PlantUML</source>
            <translation>Copier l'échelle en &amp;PlantUML</translation>
        </message>
        <message>
            <source>Text from which PlantUML draws the ladder.</source>
            <translation>Texte dont PlantUML tire le dessin de l'échelle.</translation>
        </message>
        <message>
            <source>&amp;Handles</source>
            <translation>&amp;Poignées</translation>
        </message>
        <message>
            <source>A row for each application's view of each call.</source>
            <translation>Une rangée pour la vue que chaque application a de chaque appel.</translation>
        </message>
        <message>
            <source>&amp;Calls</source>
            <translation>&amp;Appels</translation>
        </message>
        <message>
            <source>The tree of lines, calls and their handles.</source>
            <translation>L'arbre des lignes, des appels et de leurs poignées.</translation>
        </message>
        <message>
            <source>&amp;Timeline</source>
            <translation>&amp;Chronologie</translation>
        </message>
        <message>
            <source>Calls and handles over time; a bar that goes on after its call has ended is a leak.</source>
            <translation>Appels et poignées au fil du temps ; une barre qui continue après la fin de son appel est une fuite.</translation>
        </message>
        <message>
            <source>&amp;State map</source>
            <translation>Carte des é&amp;tats</translation>
        </message>
        <message>
            <source>The sixteen call states, how many calls are in each and how they move.</source>
            <translation>Les seize états d'appel, le nombre d'appels dans chacun et leurs passages de l'un à l'autre.</translation>
        </message>
        <message>
            <source>&amp;Ladder</source>
            <translation>Éc&amp;helle</translation>
        </message>
        <message>
            <source>What applications, engine and provider said to each other about the selected call.</source>
            <translation>Ce que les applications, le moteur et le fournisseur se sont dit au sujet de l'appel choisi.</translation>
        </message>
        <message>
            <source>&amp;Memory</source>
            <translation>&amp;Mémoire</translation>
        </message>
        <message>
            <source>What ended calls that are still held cost, over time.</source>
            <translation>Ce que coûtent, au fil du temps, les appels terminés encore retenus.</translation>
        </message>
        <message>
            <source>Sa&amp;ve this view…</source>
            <translation>Enre&amp;gistrer cette vue…</translation>
        </message>
        <message>
            <source>Keep filter, groups, order and columns under a name.</source>
            <translation>Garder sous un nom le filtre, les groupes, l'ordre et les colonnes.</translation>
        </message>
        <message>
            <source>&amp;Manage saved views…</source>
            <translation>&amp;Gérer les vues enregistrées…</translation>
        </message>
        <message>
            <source>Rename, order and remove saved views.</source>
            <translation>Renommer, ordonner et supprimer les vues enregistrées.</translation>
        </message>
        <message>
            <source>&amp;Reset layout</source>
            <translation>&amp;Rétablir la disposition</translation>
        </message>
        <message>
            <source>Docks, columns and sizes as they were at first.</source>
            <translation>Panneaux, colonnes et tailles comme au début.</translation>
        </message>
        <message>
            <source>S&amp;ettings…</source>
            <translation>&amp;Réglages…</translation>
        </message>
        <message>
            <source>Colours, fonts, units, alarms, privacy and language.</source>
            <translation>Couleurs, polices, unités, alarmes, confidentialité et langue.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Inject &amp;faults…</source>
            <translation>&amp;Injecter des pannes…</translation>
        </message>
        <message>
            <source>Let the provider's reports come late, twice, wrongly or not at all; let requests fail.</source>
            <translation>Faire venir les rapports du fournisseur en retard, en double, faux ou pas du tout ; faire échouer des demandes.</translation>
        </message>
        <message>
            <source>Inject no &amp;more faults</source>
            <translation>Ne p&amp;lus injecter de pannes</translation>
        </message>
        <message>
            <source>What the provider reports comes as it should again.</source>
            <translation>Ce que rapporte le fournisseur arrive de nouveau comme il faut.</translation>
        </message>
        <message>
            <source>&amp;Findings</source>
            <translation>&amp;Constats</translation>
        </message>
        <message>
            <source>What providers and applications did against the rules, with evidence.</source>
            <translation>Ce que fournisseurs et applications ont fait contre les règles, avec preuves.</translation>
        </message>
        <message>
            <source>L&amp;eaks</source>
            <translation>&amp;Fuites</translation>
        </message>
        <message>
            <source>Who keeps handles of calls that are over, since when, and where they came from.</source>
            <translation>Qui garde des poignées d'appels terminés, depuis quand, et d'où elles viennent.</translation>
        </message>
        <message>
            <source>Look &amp;back</source>
            <translation>Regarder en &amp;arrière</translation>
        </message>
        <message>
            <source>Shows moments of this session that are over, in every view. The session goes on.</source>
            <translation>Montre des moments passés de cette session, dans toutes les vues. La session continue.</translation>
        </message>
        <message>
            <source>Look back</source>
            <translation>En arrière</translation>
        </message>
        <message>
            <source>Back to &amp;live</source>
            <translation>&amp;Retour au direct</translation>
        </message>
        <message>
            <source>Every view shows what is true now.</source>
            <translation>Chaque vue montre ce qui est vrai maintenant.</translation>
        </message>
        <message>
            <source>&amp;Record…</source>
            <translation>&amp;Enregistrer…</translation>
        </message>
        <message>
            <source>Writes all that happens to a file, until you stop it.</source>
            <translation>Écrit tout ce qui se passe dans un fichier, jusqu'à ce que vous l'arrêtiez.</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Open re&amp;cording…</source>
            <translation>&amp;Ouvrir un enregistrement…</translation>
        </message>
        <message>
            <source>Every view shows what was recorded, at any moment of it.</source>
            <translation>Chaque vue montre ce qui a été enregistré, à n'importe quel moment.</translation>
        </message>
        <message>
            <source>Test c&amp;onsole</source>
            <translation>C&amp;onsole de test</translation>
        </message>
        <message>
            <source>Call any TAPI function with any arguments as any application, and save the session as a scenario.</source>
            <translation>Appeler n'importe quelle fonction TAPI avec n'importe quels arguments au nom de n'importe quelle application, et enregistrer la session comme scénario.</translation>
        </message>
        <message>
            <source>Compare t&amp;wo sources…</source>
            <translation>Comparer &amp;deux sources…</translation>
        </message>
        <message>
            <source>Play a scenario on two sources, and see side by side what happened on each.</source>
            <translation>Jouer un scénario sur deux sources et voir côte à côte ce qui s'est passé sur chacune.</translation>
        </message>
        <message>
            <source>Test &amp;report…</source>
            <translation>&amp;Rapport de test…</translation>
        </message>
        <message>
            <source>A checklist of manual steps, and a report of what was tested: HTML, PDF or JUnit XML.</source>
            <translation>Une liste d'étapes manuelles et un rapport de ce qui a été testé : HTML, PDF ou JUnit XML.</translation>
        </message>
        <message>
            <source>Call l&amp;og</source>
            <translation>J&amp;ournal d'appels</translation>
        </message>
        <message>
            <source>Calls that have ended, from the database: search, filter, export.</source>
            <translation>Les appels terminés, tirés de la base : chercher, filtrer, exporter.</translation>
        </message>
        <message>
            <source>A&amp;udit log…</source>
            <translation>Journal d'a&amp;udit…</translation>
        </message>
        <message>
            <source>What was done by hand to lines, calls and handles, by whom, and what came of it.</source>
            <translation>Ce qui a été fait à la main sur des lignes, des appels et des poignées, par qui, et ce qui en est résulté.</translation>
        </message>
        <message>
            <source>&amp;Explain its state</source>
            <translation>&amp;Expliquer son état</translation>
        </message>
        <message>
            <source>Connect step &amp;by step…</source>
            <translation>Connecter &amp;pas à pas…</translation>
        </message>
        <message>
            <source>Which server, which account and what it needs in manager.conf, does it work.</source>
            <translation>Quel serveur, quel compte et ce qu'il lui faut dans manager.conf, est-ce que cela marche.</translation>
        </message>
        <message>
            <source>Which events of the source made the call or the line what it is, and by which rules.</source>
            <translation>Quels événements de la source ont fait de l'appel ou de la ligne ce qu'il est, et par quelles règles.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Alarms</name>
        <message>
            <source>%1 has kept %2 for more than %3 since its call ended.</source>
            <translation>%1 garde %2 plus de %3 après la fin de son appel.</translation>
        </message>
        <message numerus="yes">
            <source>%1 retains %n handle(s) of calls that are over; the limit is %2.</source>
            <translation>
                <numerusform>%1 retient %n poignée d'appels terminés ; la limite est %2.</numerusform>
                <numerusform>%1 retient %n poignées d'appels terminés ; la limite est %2.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 keeps %2 for calls that are over; the limit is %3.</source>
            <translation>%1 garde %2 pour des appels terminés ; la limite est %3.</translation>
        </message>
        <message>
            <source>%1 no longer keeps handles for too long.</source>
            <translation>%1 ne garde plus de poignées trop longtemps.</translation>
        </message>
        <message>
            <source>%1 no longer retains too many handles.</source>
            <translation>%1 ne retient plus trop de poignées.</translation>
        </message>
        <message>
            <source>%1 no longer keeps too much memory.</source>
            <translation>%1 ne garde plus trop de mémoire.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AlarmsPage</name>
        <message>
            <source>Alarms</source>
            <translation>Alarmes</translation>
        </message>
        <message>
            <source>When an alarm fires</source>
            <translation>Quand une alarme se déclenche</translation>
        </message>
        <message>
            <source>Icon in the &amp;tray with the number of retained handles</source>
            <translation>&amp;Icône de notification avec le nombre de poignées retenues</translation>
        </message>
        <message>
            <source>&amp;Notification of the desktop</source>
            <translation>&amp;Notification du bureau</translation>
        </message>
        <message>
            <source>An application retains too much when</source>
            <translation>Une application retient trop quand</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>sans limite</translation>
        </message>
        <message>
            <source>a handle is kept for &amp;more than:</source>
            <translation>une poignée est gardée &amp;plus de :</translation>
        </message>
        <message>
            <source> s</source>
            <comment>seconds, behind a number</comment>
            <translation> s</translation>
        </message>
        <message>
            <source>its &amp;handles are more than:</source>
            <translation>ses p&amp;oignées dépassent :</translation>
        </message>
        <message>
            <source>their m&amp;emory is more than:</source>
            <translation>leur &amp;mémoire dépasse :</translation>
        </message>
        <message>
            <source> KiB</source>
            <translation> Kio</translation>
        </message>
        <message>
            <source>Applications with limits of their own</source>
            <translation>Applications avec leurs propres limites</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>&amp;Ajouter…</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Retirer</translation>
        </message>
        <message>
            <source>Lon&amp;gest time:</source>
            <translation>&amp;Durée maximale :</translation>
        </message>
        <message>
            <source>Most han&amp;dles:</source>
            <translation>Poi&amp;gnées au maximum :</translation>
        </message>
        <message>
            <source>Most memor&amp;y:</source>
            <translation>Mémoir&amp;e maximale :</translation>
        </message>
        <message>
            <source>Add application</source>
            <translation>Ajouter une application</translation>
        </message>
        <message>
            <source>An application needs a name.</source>
            <translation>Une application a besoin d'un nom.</translation>
        </message>
        <message>
            <source>That name is too long.</source>
            <translation>Ce nom est trop long.</translation>
        </message>
        <message numerus="yes">
            <source>There are limits for %n application(s) already, the most there can be.</source>
            <translation>
                <numerusform>Il y a déjà des limites pour %n application, le maximum possible.</numerusform>
                <numerusform>Il y a déjà des limites pour %n applications, le maximum possible.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Ami::Action</name>
        <message>
            <source>Linescope never sends this action to Asterisk.</source>
            <translation>Linescope n'envoie jamais cette action à Asterisk.</translation>
        </message>
        <message>
            <source>The ActionID is not a name.</source>
            <translation>L'ActionID n'est pas un nom.</translation>
        </message>
        <message>
            <source>The action has more than %1 lines.</source>
            <translation>L'action a plus de %1 lignes.</translation>
        </message>
        <message>
            <source>The action does not say what it is about.</source>
            <translation>L'action ne dit pas de quoi elle traite.</translation>
        </message>
        <message>
            <source>The ActionID is too long.</source>
            <translation>L'ActionID est trop long.</translation>
        </message>
        <message>
            <source>Linescope never sends this header with %1.</source>
            <translation>Linescope n'envoie jamais cet en-tête avec %1.</translation>
        </message>
        <message>
            <source>The header %1 is there twice.</source>
            <translation>L'en-tête %1 figure deux fois.</translation>
        </message>
        <message>
            <source>The value of %1 contains a control character.</source>
            <translation>La valeur de %1 contient un caractère de contrôle.</translation>
        </message>
        <message>
            <source>The value of %1 contains characters that are not sent to Asterisk.</source>
            <translation>La valeur de %1 contient des caractères qui ne sont pas envoyés à Asterisk.</translation>
        </message>
        <message>
            <source>The value of %1 is longer than Asterisk reads.</source>
            <translation>La valeur de %1 est plus longue que ce que lit Asterisk.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Ami::Connection</name>
        <message>
            <source>There is no connection to %1.</source>
            <translation>Il n'y a pas de connexion à %1.</translation>
        </message>
        <message>
            <source>%1 is connected for reading only.</source>
            <translation>%1 est connecté en lecture seule.</translation>
        </message>
        <message>
            <source>%1 does not keep up with what it is asked.</source>
            <translation>%1 ne suit pas ce qui lui est demandé.</translation>
        </message>
        <message>
            <source>%1 sends what is not the Asterisk Manager Interface.</source>
            <translation>%1 envoie autre chose que l'interface de gestion d'Asterisk.</translation>
        </message>
        <message>
            <source>%1 is restarting.</source>
            <translation>%1 redémarre.</translation>
        </message>
        <message>
            <source>%1 was shut down.</source>
            <translation>%1 a été arrêté.</translation>
        </message>
        <message>
            <source>%1 has not said that it is fully booted. If that lasts, the section of “%2” in manager.conf lacks this: read = system</source>
            <translation>%1 n'a pas dit avoir fini de démarrer. Si cela dure, il manque ceci à la section de « %2 » dans manager.conf : read = system</translation>
        </message>
        <message>
            <source>%1 has been silent for %2 s, even when asked.</source>
            <translation>%1 se tait depuis %2 s, même interrogé.</translation>
        </message>
        <message>
            <source>%1 closed the connection before the login.</source>
            <translation>%1 a fermé la connexion avant l'ouverture de session.</translation>
        </message>
        <message>
            <source>%1 closed the connection.</source>
            <translation>%1 a fermé la connexion.</translation>
        </message>
        <message>
            <source>The connection to %1 broke: %2.</source>
            <translation>La connexion à %1 s'est rompue : %2.</translation>
        </message>
        <message>
            <source>Reconnecting in %1 s.</source>
            <translation>Nouvelle tentative dans %1 s.</translation>
        </message>
        <message>
            <source>Reconnecting in %1 min.</source>
            <translation>Nouvelle tentative dans %1 min.</translation>
        </message>
        <message>
            <source>Connected to %1, Asterisk Call Manager %2.</source>
            <translation>Connecté à %1, Asterisk Call Manager %2.</translation>
        </message>
        <message>
            <source>Without TLS, everybody on the way to %1 could read along and take the account over. Use TLS, or allow the insecure connection.</source>
            <translation>Sans TLS, n'importe qui sur le chemin de %1 pourrait lire et s'emparer du compte. Utilisez TLS, ou permettez la connexion non sûre.</translation>
        </message>
        <message>
            <source>%1 cannot be reached: there is no answer.</source>
            <translation>%1 est injoignable : il n'y a pas de réponse.</translation>
        </message>
        <message>
            <source>%1 does not greet as the Asterisk Manager Interface does. Is this its port, with TLS or without as set here?</source>
            <translation>%1 ne salue pas comme l'interface de gestion d'Asterisk. Est-ce bien son port, avec ou sans TLS comme réglé ici ?</translation>
        </message>
        <message>
            <source>%1 does not answer the login.</source>
            <translation>%1 ne répond pas à l'ouverture de session.</translation>
        </message>
        <message>
            <source>Connecting to %1.</source>
            <translation>Connexion à %1.</translation>
        </message>
        <message>
            <source>The file of certificate authorities cannot be read.</source>
            <translation>Le fichier des autorités de certification est illisible.</translation>
        </message>
        <message>
            <source>%1 is not this machine, so the connection needs TLS.</source>
            <translation>%1 n'est pas cette machine, la connexion doit donc passer par TLS.</translation>
        </message>
        <message>
            <source>%1 offers no login with MD5.</source>
            <translation>%1 ne propose pas d'ouverture de session MD5.</translation>
        </message>
        <message>
            <source>%1 refused the user name “%2” or its password.</source>
            <translation>%1 a refusé le nom « %2 » ou son mot de passe.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Ami::HealthText</name>
        <message>
            <source>To trust exactly this certificate, pin its SHA-256 fingerprint: %1</source>
            <translation>Pour n'accepter que ce certificat, épinglez son empreinte SHA-256 : %1</translation>
        </message>
        <message>
            <source>The certificate of %1 is for another name: %2.</source>
            <translation>Le certificat de %1 est établi pour un autre nom : %2.</translation>
        </message>
        <message>
            <source>The certificate of %1 expired on %2.</source>
            <translation>Le certificat de %1 a expiré le %2.</translation>
        </message>
        <message>
            <source>The certificate of %1 is not valid before %2.</source>
            <translation>Le certificat de %1 n'est pas valide avant le %2.</translation>
        </message>
        <message>
            <source>The certificate of %1 is signed by nobody but itself.</source>
            <translation>Le certificat de %1 n'est signé que par lui-même.</translation>
        </message>
        <message>
            <source>The certificate of %1 is signed by an authority that is not trusted here.</source>
            <translation>Le certificat de %1 est signé par une autorité qui n'est pas reconnue ici.</translation>
        </message>
        <message>
            <source>The certificate of %1 is not accepted: %2.</source>
            <translation>Le certificat de %1 n'est pas accepté : %2.</translation>
        </message>
        <message>
            <source>The certificate of %1 is not the pinned one. Its SHA-256 fingerprint is %2</source>
            <translation>Le certificat de %1 n'est pas celui qui est épinglé. Son empreinte SHA-256 est %2</translation>
        </message>
        <message>
            <source>The account “%1” may not use %2.</source>
            <translation>Le compte « %1 » n'a pas droit à %2.</translation>
        </message>
        <message>
            <source>Its section in manager.conf lacks this: write = %1</source>
            <translation>Il manque ceci à sa section dans manager.conf : write = %1</translation>
        </message>
        <message>
            <source>%1 refuses connections. Does Asterisk run there, with enabled = yes and this port in manager.conf?</source>
            <translation>%1 refuse les connexions. Asterisk y tourne-t-il, avec enabled = yes et ce port dans manager.conf ?</translation>
        </message>
        <message>
            <source>%1 cannot be reached: %2.</source>
            <translation>%1 est injoignable : %2.</translation>
        </message>
        <message>
            <source>The TLS handshake with %1 failed. Has manager.conf tlsenable = yes, and is this the port for TLS? (%2)</source>
            <translation>L'échange TLS avec %1 a échoué. manager.conf a-t-il tlsenable = yes, et est-ce bien le port pour TLS ? (%2)</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Ami::Parser</name>
        <message>
            <source>The server sent a line of more than 64 KiB; that is not the Asterisk Manager Interface.</source>
            <translation>Le serveur a envoyé une ligne de plus de 64 Kio ; ce n'est pas l'interface de gestion d'Asterisk.</translation>
        </message>
        <message>
            <source>The server sent a message of more than 4 MiB.</source>
            <translation>Le serveur a envoyé un message de plus de 4 Mio.</translation>
        </message>
        <message>
            <source>The server sent a message of more than 100,000 lines.</source>
            <translation>Le serveur a envoyé un message de plus de 100 000 lignes.</translation>
        </message>
        <message>
            <source>This is not the Asterisk Manager Interface: the server greeted with “%1”.</source>
            <translation>Ce n'est pas l'interface de gestion d'Asterisk : le serveur a salué par « %1 ».</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AppNameDialog</name>
        <message>
            <source>&amp;Name of the application:</source>
            <translation>&amp;Nom de l'application :</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AppearancePage</name>
        <message>
            <source>Appearance</source>
            <translation>Apparence</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>&amp;Colours:</source>
            <translation>&amp;Couleurs :</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <source>Less &amp;motion: nothing slides or flashes</source>
            <translation>Moins de &amp;mouvement : rien ne glisse ni ne clignote</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>Font of the s&amp;ystem</source>
            <translation>Police du s&amp;ystème</translation>
        </message>
        <message>
            <source>&amp;Font:</source>
            <translation>&amp;Police :</translation>
        </message>
        <message>
            <source>&amp;Size:</source>
            <translation>&amp;Taille :</translation>
        </message>
        <message>
            <source> pt</source>
            <comment>points, behind a number</comment>
            <translation> pt</translation>
        </message>
        <message>
            <source>as the system</source>
            <translation>comme le système</translation>
        </message>
        <message>
            <source>&amp;Enlarged for presentations:</source>
            <translation>&amp;Agrandi pour présenter :</translation>
        </message>
        <message>
            <source> %</source>
            <comment>percent, behind a number</comment>
            <translation> %</translation>
        </message>
        <message>
            <source>States of calls</source>
            <translation>États des appels</translation>
        </message>
        <message>
            <source>C&amp;olours of states:</source>
            <translation>C&amp;ouleurs des états :</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Habituelles</translation>
        </message>
        <message>
            <source>Safe with colour blindness</source>
            <translation>Adaptées au daltonisme</translation>
        </message>
        <message>
            <source>Press a state to choose a colour of your own; Delete gives it back the usual one.</source>
            <translation>Un clic sur un état choisit sa couleur ; Suppr lui rend l'habituelle.</translation>
        </message>
        <message>
            <source>&amp;Usual colours for all</source>
            <translation>Couleurs &amp;habituelles pour tous</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AsteriskAddress</name>
        <message>
            <source>Which host?</source>
            <translation>Quel hôte ?</translation>
        </message>
        <message>
            <source>This is not the name or address of a host.</source>
            <translation>Ce n'est ni le nom ni l'adresse d'un hôte.</translation>
        </message>
        <message>
            <source>Unencrypted connections to another machine have to be allowed first.</source>
            <translation>Une connexion en clair à une autre machine doit d'abord être permise.</translation>
        </message>
        <message>
            <source>A fingerprint has 64 hexadecimal digits.</source>
            <translation>Une empreinte a 64 chiffres hexadécimaux.</translation>
        </message>
        <message>
            <source>Which user of manager.conf?</source>
            <translation>Quel utilisateur de manager.conf ?</translation>
        </message>
        <message>
            <source>The option %1 has a field of its own here.</source>
            <translation>L'option %1 a son propre champ ici.</translation>
        </message>
        <message>
            <source>INSECURE: everybody on the way can read and change this connection.</source>
            <translation>NON SÛR : n'importe qui en chemin peut lire et modifier cette connexion.</translation>
        </message>
        <message>
            <source>With control, Linescope can make, change and hang up real calls.</source>
            <translation>Avec le contrôle, Linescope peut lancer, modifier et raccrocher de vrais appels.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AsteriskMapping</name>
        <message>
            <source>The connection to the server is lost, or the call has not been named since.</source>
            <translation>La connexion au serveur est perdue, ou l'appel n'a pas été nommé depuis.</translation>
        </message>
        <message>
            <source>Up, and its device consults somebody, asked for here (Atxfer).</source>
            <translation>Up, et son équipement consulte quelqu'un, à la demande d'ici (Atxfer).</translation>
        </message>
        <message>
            <source>Up, and its device has put the far end on hold.</source>
            <translation>Up, et son équipement a mis l'autre côté en garde.</translation>
        </message>
        <message>
            <source>Up, and the far end has put it on hold; also through Local channels.</source>
            <translation>Up, et l'autre côté l'a mis en garde ; aussi à travers des canaux Local.</translation>
        </message>
        <message>
            <source>Up, and parked.</source>
            <translation>Up, et parqué.</translation>
        </message>
        <message>
            <source>Up, and it is or was in a bridge with somebody.</source>
            <translation>Up, et il est ou a été dans un pont avec quelqu'un.</translation>
        </message>
        <message>
            <source>Up, and in no bridge so far: the dialplan has it.</source>
            <translation>Up, et dans aucun pont jusqu'ici : le plan de numérotation l'a.</translation>
        </message>
        <message>
            <source>Somebody calls the device, and it rings.</source>
            <translation>Quelqu'un appelle l'équipement, et il sonne.</translation>
        </message>
        <message>
            <source>Somebody calls the device, and it does not ring: it ended before, or rings in advance.</source>
            <translation>Quelqu'un appelle l'équipement, et il ne sonne pas : cela a fini avant, ou la sonnerie n'est qu'annoncée.</translation>
        </message>
        <message>
            <source>The device calls, and all whom the server dialled for it are busy, or the channel says Busy.</source>
            <translation>L'équipement appelle, et tous ceux que le serveur a composés pour lui sont occupés, ou le canal dit Busy.</translation>
        </message>
        <message>
            <source>The device calls, and somebody whom the server dialled for it rings.</source>
            <translation>L'équipement appelle, et quelqu'un que le serveur a composé pour lui sonne.</translation>
        </message>
        <message>
            <source>The device calls, and the server dials somebody for it.</source>
            <translation>L'équipement appelle, et le serveur compose quelqu'un pour lui.</translation>
        </message>
        <message>
            <source>The device is off the hook.</source>
            <translation>L'équipement est décroché.</translation>
        </message>
        <message>
            <source>The device calls.</source>
            <translation>L'équipement appelle.</translation>
        </message>
        <message>
            <source>The call that stands for a conference, as long as somebody on its line is in it.</source>
            <translation>L'appel qui représente une conférence, tant que quelqu'un de sa ligne y est.</translation>
        </message>
        <message>
            <source>A consultation call: nobody has been dialled yet.</source>
            <translation>Un appel de consultation : personne n'a encore été composé.</translation>
        </message>
        <message>
            <source>A consultation call: a number has been dialled (Atxfer).</source>
            <translation>Un appel de consultation : un numéro a été composé (Atxfer).</translation>
        </message>
        <message>
            <source>A consultation call: the Local channel that dials for it is up.</source>
            <translation>Un appel de consultation : le canal Local qui compose pour lui est Up.</translation>
        </message>
        <message>
            <source>A consultation call: the Local channel that dials for it is ringing.</source>
            <translation>Un appel de consultation : le canal Local qui compose pour lui sonne.</translation>
        </message>
        <message>
            <source>A consultation call: the Local channel that dials for it is there.</source>
            <translation>Un appel de consultation : le canal Local qui compose pour lui est là.</translation>
        </message>
        <message>
            <source>A conference or a consultation call, and the connection to the server is lost.</source>
            <translation>Une conférence ou un appel de consultation, et la connexion au serveur est perdue.</translation>
        </message>
        <message>
            <source>An application asked for the end here (lineDrop).</source>
            <translation>Une application en a demandé la fin ici (lineDrop).</translation>
        </message>
        <message>
            <source>Its device asked first for the end (HangupRequest), of a call that was up or that it had placed; or it was the transferring side of a transfer.</source>
            <translation>Son équipement a demandé la fin le premier (HangupRequest), d'un appel qui était Up ou qu'il avait passé ; ou il était le côté qui transfère.</translation>
        </message>
        <message>
            <source>The call was up: the cause says how it ended.</source>
            <translation>L'appel était Up : la cause dit comment il a fini.</translation>
        </message>
        <message>
            <source>The call was never up, and the cause says more than that it ended.</source>
            <translation>L'appel n'a jamais été Up, et la cause dit plus que le fait qu'il a fini.</translation>
        </message>
        <message>
            <source>Somebody else answered the same call, or picked it up.</source>
            <translation>Quelqu'un d'autre a répondu au même appel, ou l'a intercepté.</translation>
        </message>
        <message>
            <source>Its device sent the call on before it answered (DialEnd with Forward).</source>
            <translation>Son équipement a renvoyé l'appel avant de répondre (DialEnd avec Forward).</translation>
        </message>
        <message>
            <source>The cause says little, and the DialStatus of its DialEnd says more.</source>
            <translation>La cause dit peu, et le DialStatus de son DialEnd dit davantage.</translation>
        </message>
        <message>
            <source>The cause says little, and there is nothing else.</source>
            <translation>La cause dit peu, et il n'y a rien d'autre.</translation>
        </message>
        <message>
            <source>After an interruption the server's list does not name it any more; nobody saw how it ended.</source>
            <translation>Après une interruption, la liste du serveur ne le nomme plus ; personne n'a vu comment il a fini.</translation>
        </message>
        <message>
            <source>The last one on this line has left the conference.</source>
            <translation>Le dernier de cette ligne a quitté la conférence.</translation>
        </message>
        <message>
            <source>A consultation call: who was consulted has hung up.</source>
            <translation>Un appel de consultation : la personne consultée a raccroché.</translation>
        </message>
        <message>
            <source>A consultation call: it could not be dialled, or did not begin in time.</source>
            <translation>Un appel de consultation : il n'a pas pu être composé, ou n'a pas commencé à temps.</translation>
        </message>
        <message>
            <source>A consultation call: it was taken back (CancelAtxfer).</source>
            <translation>Un appel de consultation : il a été repris (CancelAtxfer).</translation>
        </message>
        <message>
            <source>Nothing tells of another reason.</source>
            <translation>Rien n'indique une autre raison.</translation>
        </message>
        <message>
            <source>The call was there before anybody looked.</source>
            <translation>L'appel était là avant que quelqu'un regarde.</translation>
        </message>
        <message>
            <source>BlindTransfer and AttendedTransfer: who was transferred, whom it was transferred to, and whoever is dialled for it.</source>
            <translation>BlindTransfer et AttendedTransfer : celui qui a été transféré, celui à qui il l'a été, et quiconque est composé pour cela.</translation>
        </message>
        <message>
            <source>Pickup: its device picked up the call of another.</source>
            <translation>Pickup : son équipement a intercepté l'appel d'un autre.</translation>
        </message>
        <message>
            <source>ParkedCall: it was parked.</source>
            <translation>ParkedCall : il a été parqué.</translation>
        </message>
        <message>
            <source>UnParkedCall: its device fetched a parked call.</source>
            <translation>UnParkedCall : son équipement est allé chercher un appel parqué.</translation>
        </message>
        <message>
            <source>ParkedCallTimeOut: nobody fetched the call, and it comes back to who had parked it.</source>
            <translation>ParkedCallTimeOut : personne n'est allé chercher l'appel, et il revient à celui qui l'avait parqué.</translation>
        </message>
        <message>
            <source>DialEnd with Forward: another device sent the call on to this one.</source>
            <translation>DialEnd avec Forward : un autre équipement a renvoyé l'appel vers celui-ci.</translation>
        </message>
        <message>
            <source>callerId is who placed the call: CallerID of a call from the device, ConnectedLine, as it was until the answer, of a call to it.</source>
            <translation>callerId est celui qui a passé l'appel : CallerID pour un appel de l'équipement, ConnectedLine, tel qu'il était jusqu'à la réponse, pour un appel vers lui.</translation>
        </message>
        <message>
            <source>calledId is who was called: the Exten of a call from the device, CallerID of a call to it.</source>
            <translation>calledId est celui qui a été appelé : Exten pour un appel de l'équipement, CallerID pour un appel vers lui.</translation>
        </message>
        <message>
            <source>connectedId is ConnectedLine, whoever called.</source>
            <translation>connectedId est ConnectedLine, quel que soit l'appelant.</translation>
        </message>
        <message>
            <source>redirectingId is who transferred, forwarded or parked.</source>
            <translation>redirectingId est celui qui a transféré, renvoyé ou parqué.</translation>
        </message>
        <message>
            <source>redirectionId is where the call was sent on to: a number, or a parking space.</source>
            <translation>redirectionId est là où l'appel a été envoyé : un numéro, ou une place de parcage.</translation>
        </message>
        <message>
            <source>origin is OUTBOUND if the device calls, INBOUND if it is called.</source>
            <translation>origin est OUTBOUND si l'équipement appelle, INBOUND s'il est appelé.</translation>
        </message>
        <message>
            <source>callTreatment is MUSIC between MusicOnHoldStart and MusicOnHoldStop.</source>
            <translation>callTreatment est MUSIC entre MusicOnHoldStart et MusicOnHoldStop.</translation>
        </message>
        <message>
            <source>Name and Linkedid of the channel, cause, who hung up, what is not certain.</source>
            <translation>Nom et Linkedid du canal, cause, qui a raccroché, ce qui n'est pas certain.</translation>
        </message>
        <message>
            <source>States</source>
            <translation>États</translation>
        </message>
        <message>
            <source>The first rule that applies gives the state.</source>
            <translation>La première règle qui s'applique donne l'état.</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Règle</translation>
        </message>
        <message>
            <source>What is known of the channel</source>
            <translation>Ce qui est connu du canal</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>The end</source>
            <translation>La fin</translation>
        </message>
        <message>
            <source>The first rule that applies says how a channel ended. After DISCONNECTED comes IDLE.</source>
            <translation>La première règle qui s'applique dit comment un canal a fini. Après DISCONNECTED vient IDLE.</translation>
        </message>
        <message>
            <source>What follows</source>
            <translation>Ce qui suit</translation>
        </message>
        <message>
            <source>any other</source>
            <translation>tout autre</translation>
        </message>
        <message>
            <source>Cause (Q.850)</source>
            <translation>Cause (Q.850)</translation>
        </message>
        <message>
            <source>Why a call comes</source>
            <translation>Pourquoi un appel arrive</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Ce qui s'est passé</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Parties and the rest</source>
            <translation>Les parties et le reste</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>Ce que c'est</translation>
        </message>
        <message>
            <source>Announced as</source>
            <translation>Annoncé comme</translation>
        </message>
        <message>
            <source>Conferences and consultation calls</source>
            <translation>Conférences et appels de consultation</translation>
        </message>
        <message>
            <source>Calls of TAPI that are no channel of the server.</source>
            <translation>Des appels de TAPI qui ne sont pas un canal du serveur.</translation>
        </message>
        <message>
            <source>What is known</source>
            <translation>Ce qui est connu</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Événements</translation>
        </message>
        <message>
            <source>Events of one channel come in order, those of different channels do not. So no event is a command: it adds to what is known, and the rules above say what follows from all that is known.</source>
            <translation>Les événements d'un canal arrivent dans l'ordre, ceux de canaux différents non. Aucun événement n'est donc un ordre : il ajoute à ce qui est connu, et les règles ci-dessus disent ce qui suit de tout ce qui est connu.</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Événement</translation>
        </message>
        <message>
            <source>What is known by it</source>
            <translation>Ce qu'il fait connaître</translation>
        </message>
        <message>
            <source>A channel: its line, its parties, the number it dialled (Exten).</source>
            <translation>Un canal : sa ligne, ses parties, le numéro qu'il a composé (Exten).</translation>
        </message>
        <message>
            <source>A channel that was there before, as the list of channels has it.</source>
            <translation>Un canal qui était là avant, tel que le donne la liste des canaux.</translation>
        </message>
        <message>
            <source>The list of channels is complete: what it has not named has ended.</source>
            <translation>La liste des canaux est complète : ce qu'elle n'a pas nommé a fini.</translation>
        </message>
        <message>
            <source>The state of the channel, and with the first one who calls: Ringing, its device is called; Ring, Dialing, OffHook, its device calls. Up is never taken back.</source>
            <translation>L'état du canal, et avec le premier, qui appelle : Ringing, son équipement est appelé ; Ring, Dialing, OffHook, son équipement appelle. Up n'est jamais repris.</translation>
        </message>
        <message>
            <source>The device's own number and name.</source>
            <translation>Le numéro et le nom de l'équipement lui-même.</translation>
        </message>
        <message>
            <source>Number and name of the other side.</source>
            <translation>Numéro et nom de l'autre côté.</translation>
        </message>
        <message>
            <source>Another name of the channel.</source>
            <translation>Un autre nom du canal.</translation>
        </message>
        <message>
            <source>A Local channel goes from between two others; they are not alone meanwhile.</source>
            <translation>Un canal Local se retire d'entre deux autres ; ils ne sont pas seuls pendant ce temps.</translation>
        </message>
        <message>
            <source>The Local channel has gone.</source>
            <translation>Le canal Local est parti.</translation>
        </message>
        <message>
            <source>The device of the channel has put its far end on hold.</source>
            <translation>L'équipement du canal a mis l'autre côté en garde.</translation>
        </message>
        <message>
            <source>The device of the channel holds nobody any more.</source>
            <translation>L'équipement du canal ne met plus personne en garde.</translation>
        </message>
        <message>
            <source>The server dials the channel Dest...; for the channel, if one is named.</source>
            <translation>Le serveur compose le canal Dest... ; pour le canal, s'il y en a un de nommé.</translation>
        </message>
        <message>
            <source>RINGING: whom the server dialled for the channel rings.</source>
            <translation>RINGING : celui que le serveur a composé pour le canal sonne.</translation>
        </message>
        <message>
            <source>How the dialling of the channel Dest... ended (DialStatus), and to where it sent the call on (Forward).</source>
            <translation>Comment la composition du canal Dest... a fini (DialStatus), et vers où il a renvoyé l'appel (Forward).</translation>
        </message>
        <message>
            <source>The channel is in that bridge, with whoever else is in it; the bridge may be a conference or a parking lot.</source>
            <translation>Le canal est dans ce pont, avec quiconque y est aussi ; le pont peut être une conférence ou un parcage.</translation>
        </message>
        <message>
            <source>The channel is in no bridge.</source>
            <translation>Le canal n'est dans aucun pont.</translation>
        </message>
        <message>
            <source>There is no such bridge any more.</source>
            <translation>Ce pont n'existe plus.</translation>
        </message>
        <message>
            <source>What kind of bridge it is: a talk, a conference, a parking lot.</source>
            <translation>Quelle sorte de pont c'est : une conversation, une conférence, un parcage.</translation>
        </message>
        <message>
            <source>The device of the channel asks for the end; who asks first ended the call.</source>
            <translation>L'équipement du canal demande la fin ; qui la demande le premier a mis fin à l'appel.</translation>
        </message>
        <message>
            <source>Something else asks for the end of the channel: the other side, the server, an operator.</source>
            <translation>Autre chose demande la fin du canal : l'autre côté, le serveur, un opérateur.</translation>
        </message>
        <message>
            <source>The channel has ended, with that cause.</source>
            <translation>Le canal a fini, avec cette cause.</translation>
        </message>
        <message>
            <source>The transferer's call is over; the transferee goes to the extension.</source>
            <translation>L'appel de celui qui transfère est terminé ; celui qui est transféré va vers le numéro.</translation>
        </message>
        <message>
            <source>Both calls of the transferer are over, and the others talk or ring; Threeway: all three talk.</source>
            <translation>Les deux appels de celui qui transfère sont terminés, et les autres se parlent ou sonnent ; Threeway : tous les trois se parlent.</translation>
        </message>
        <message>
            <source>The channel takes the call of the channel Target...</source>
            <translation>Le canal prend l'appel du canal Target...</translation>
        </message>
        <message>
            <source>The parkee is parked, in that space.</source>
            <translation>L'appel est parqué, à cette place.</translation>
        </message>
        <message>
            <source>The parkee is not parked any more; the retriever talks to it.</source>
            <translation>L'appel n'est plus parqué ; celui qui l'a repris lui parle.</translation>
        </message>
        <message>
            <source>The parkee is not parked any more, and comes back to its parker.</source>
            <translation>L'appel n'est plus parqué, et revient à celui qui l'a parqué.</translation>
        </message>
        <message>
            <source>Another channel is parked in its stead.</source>
            <translation>Un autre canal est parqué à sa place.</translation>
        </message>
        <message>
            <source>The channel hears music.</source>
            <translation>Le canal entend de la musique.</translation>
        </message>
        <message>
            <source>The channel hears no music any more.</source>
            <translation>Le canal n'entend plus de musique.</translation>
        </message>
        <message>
            <source>A digit was pressed: LINE_MONITORDIGITS for who asked for it.</source>
            <translation>Une touche a été pressée : LINE_MONITORDIGITS pour qui l'a demandé.</translation>
        </message>
        <message>
            <source>Whether a device can be reached: its line is in service or not.</source>
            <translation>Si un équipement est joignable : sa ligne est en service ou non.</translation>
        </message>
        <message>
            <source>An endpoint of PJSIP: a line.</source>
            <translation>Un point de terminaison de PJSIP : une ligne.</translation>
        </message>
        <message>
            <source>The list of endpoints is complete: lines that it has not named are removed.</source>
            <translation>La liste des points de terminaison est complète : les lignes qu'elle n'a pas nommées sont retirées.</translation>
        </message>
        <message>
            <source>The list of device states is complete: who is on hold is held by its far end.</source>
            <translation>La liste des états des équipements est complète : qui est en garde l'est par l'autre côté.</translation>
        </message>
        <message>
            <source>Nothing that other events do not tell.</source>
            <translation>Rien que d'autres événements ne disent.</translation>
        </message>
        <message>
            <source>The newest names and numbers of its channel, above all its Linkedid.</source>
            <translation>Les noms et numéros les plus récents de son canal, surtout son Linkedid.</translation>
        </message>
        <message>
            <source>Up, in a conference: a room, or a bridge of three and more, also through Local channels; and its device neither holds nor consults.</source>
            <translation>Up, en conférence : une salle, ou un pont à trois et plus, aussi à travers des canaux Local ; et son équipement ne met personne en garde ni ne consulte.</translation>
        </message>
        <message>
            <source>The connection to the server is lost.</source>
            <translation>La connexion au serveur est perdue.</translation>
        </message>
        <message>
            <source>The state of its device is UNAVAILABLE or INVALID: nobody has registered it, or it cannot be reached.</source>
            <translation>L'état de son appareil est UNAVAILABLE ou INVALID : personne ne l'a enregistré, ou il est injoignable.</translation>
        </message>
        <message>
            <source>Its device has any other state, or nothing has been said of it so far.</source>
            <translation>Son appareil a un autre état, ou rien n'en a encore été dit.</translation>
        </message>
        <message>
            <source>in service</source>
            <translation>en service</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>hors service</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <source>Each endpoint of the server's list is a line, and so is each technology and name of a channel that is in no list. The first rule that applies gives its state.</source>
            <translation>Chaque point de terminaison de la liste du serveur est une ligne, de même que chaque technologie et nom d'un canal qui n'est dans aucune liste. La première règle qui s'applique donne son état.</translation>
        </message>
        <message>
            <source>What is known of the line</source>
            <translation>Ce qu'on sait de la ligne</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AsteriskProvider</name>
        <message>
            <source>Asterisk cannot set up a conference for a telephone. Send the call to the number of a conference room instead, with a blind transfer.</source>
            <translation>Asterisk ne sait pas établir une conférence pour un téléphone. Envoyez plutôt l'appel au numéro d'une salle de conférence, par un transfert direct.</translation>
        </message>
        <message>
            <source>Asterisk has no action for this. Telephones that obey a NOTIFY can do it: add notify=1 to the address of the source.</source>
            <translation>Asterisk n'a pas d'action pour cela. Les téléphones qui obéissent à un NOTIFY le peuvent : ajoutez notify=1 à l'adresse de la source.</translation>
        </message>
        <message>
            <source>Nothing is known about how this dialplan picks up calls. If *8 and a number does it, add pickup=*8 to the address of the source.</source>
            <translation>On ne sait pas comment ce plan de numérotation intercepte les appels. Si *8 suivi d'un numéro le fait, ajoutez pickup=*8 à l'adresse de la source.</translation>
        </message>
        <message>
            <source>Asterisk does not offer the action %2 to the account “%1”. Its section of manager.conf needs in write: %3. If that is there, the module for it is not loaded.</source>
            <translation>Asterisk n'offre pas l'action %2 au compte « %1 ». Sa section de manager.conf a besoin dans write de : %3. Si c'est déjà le cas, le module n'est pas chargé.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AsteriskSettings</name>
        <message>
            <source>The address of an Asterisk server looks like asterisk://user@host.</source>
            <translation>L'adresse d'un serveur Asterisk ressemble à asterisk://utilisateur@hôte.</translation>
        </message>
        <message>
            <source>The password does not belong into the address: addresses are shown, logged and kept.</source>
            <translation>Le mot de passe n'a pas sa place dans l'adresse : les adresses sont affichées, journalisées et gardées.</translation>
        </message>
        <message>
            <source>The address names no host: asterisk://user@host</source>
            <translation>L'adresse ne nomme pas d'hôte : asterisk://utilisateur@hôte</translation>
        </message>
        <message>
            <source>The address names no user: asterisk://user@host</source>
            <translation>L'adresse ne nomme pas d'utilisateur : asterisk://utilisateur@hôte</translation>
        </message>
        <message>
            <source>The address of an Asterisk server ends after host and port.</source>
            <translation>L'adresse d'un serveur Asterisk s'arrête après l'hôte et le port.</translation>
        </message>
        <message>
            <source>The address has an option that does not exist or has no such value: %1</source>
            <translation>L'adresse a une option qui n'existe pas ou n'admet pas cette valeur : %1</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AuditDialog</name>
        <message>
            <source>Audit log</source>
            <translation>Journal d'audit</translation>
        </message>
        <message>
            <source>Search in all columns</source>
            <translation>Chercher dans toutes les colonnes</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>What is wrong with the log</source>
            <translation>Ce qui ne va pas dans le journal</translation>
        </message>
        <message>
            <source>What was done by hand</source>
            <translation>Ce qui a été fait à la main</translation>
        </message>
        <message>
            <source>Nothing has been done by hand yet. What you do to a line, a call or a handle will stand here.</source>
            <translation>Rien n'a encore été fait à la main. Ce que vous ferez sur une ligne, un appel ou une poignée sera inscrit ici.</translation>
        </message>
        <message>
            <source>Nothing matches the search.</source>
            <translation>Rien ne correspond à la recherche.</translation>
        </message>
        <message>
            <source>Copy &amp;fingerprint</source>
            <translation>Copier l'&amp;empreinte</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>E&amp;xporter…</translation>
        </message>
        <message>
            <source>Export the audit log</source>
            <translation>Exporter le journal d'audit</translation>
        </message>
        <message>
            <source>CSV (*.csv);;JSON (*.json)</source>
            <translation>CSV (*.csv);;JSON (*.json)</translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>Ligne %1 : %2</translation>
        </message>
        <message>
            <source>The audit log is empty.</source>
            <translation>Le journal d'audit est vide.</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s). The log is as it was written: every hash leads to the next.</source>
            <translation>
                <numerusform>%n acte. Le journal est tel qu'il a été écrit : chaque empreinte mène à la suivante.</numerusform>
                <numerusform>%n actes. Le journal est tel qu'il a été écrit : chaque empreinte mène à la suivante.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n act(s).</source>
            <translation>
                <numerusform>%n acte.</numerusform>
                <numerusform>%n actes.</numerusform>
            </translation>
        </message>
        <message>
            <source>Somebody has changed the log, or it was damaged: see below.</source>
            <translation>Quelqu'un a modifié le journal, ou il a été endommagé : voir ci-dessous.</translation>
        </message>
        <message>
            <source>%1
Fingerprint of the last row: %2</source>
            <translation>%1
Empreinte de la dernière ligne : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AuditFile</name>
        <message>
            <source>The folder of %1 cannot be made.</source>
            <translation>Le dossier de %1 ne peut pas être créé.</translation>
        </message>
        <message>
            <source>%1 is no ordinary file.</source>
            <translation>%1 n'est pas un fichier ordinaire.</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 ne peut pas être écrit : %2</translation>
        </message>
        <message>
            <source>Another program does not let go of %1.</source>
            <translation>Un autre programme ne libère pas %1.</translation>
        </message>
        <message>
            <source>What is to be written to %1 is too long.</source>
            <translation>Ce qui doit être écrit dans %1 est trop long.</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 ne peut pas être lu : %2</translation>
        </message>
        <message>
            <source>The row does not end.</source>
            <translation>La ligne n'est pas terminée.</translation>
        </message>
        <message>
            <source>This is no row.</source>
            <translation>Ceci n'est pas une ligne du journal.</translation>
        </message>
        <message>
            <source>The row has been changed: its hash is another one.</source>
            <translation>La ligne a été modifiée : son empreinte est une autre.</translation>
        </message>
        <message>
            <source>Row %1 comes where row %2 should.</source>
            <translation>La ligne %1 est là où devrait être la ligne %2.</translation>
        </message>
        <message>
            <source>The row before it is not the one that was there when it was written.</source>
            <translation>La ligne précédente n'est pas celle qui était là quand celle-ci a été écrite.</translation>
        </message>
        <message>
            <source>The file was not as it had been left, with %1 rows, when it was written on.</source>
            <translation>Le fichier n'était pas tel qu'il avait été laissé, avec %1 lignes, quand l'écriture a repris.</translation>
        </message>
        <message>
            <source>%1, which says how far the log goes, is missing or damaged.</source>
            <translation>%1, qui dit jusqu'où va le journal, manque ou est endommagé.</translation>
        </message>
        <message>
            <source>The last rows are missing: there were %1.</source>
            <translation>Les dernières lignes manquent : il y en avait %1.</translation>
        </message>
        <message>
            <source>%1 cannot be locked: %2</source>
            <translation>%1 ne peut pas être verrouillé : %2</translation>
        </message>
        <message>
            <source>%1 cannot be written.</source>
            <translation>%1 ne peut pas être écrit.</translation>
        </message>
        <message>
            <source>The row is not the one that was written.</source>
            <translation>La ligne n'est pas celle qui a été écrite.</translation>
        </message>
        <message>
            <source>%1 says that there are %2 rows, but there are more.</source>
            <translation>%1 dit qu'il y a %2 lignes, mais il y en a plus.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AuditModel</name>
        <message numerus="yes">
            <source>The file was not as it had been left, with %n row(s).</source>
            <translation>
                <numerusform>Le fichier n'était pas tel qu'il avait été laissé, avec %n ligne.</numerusform>
                <numerusform>Le fichier n'était pas tel qu'il avait été laissé, avec %n lignes.</numerusform>
            </translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>sans réponse</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fait</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Utilisateur</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Fonction</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>Arguments</source>
            <translation>Arguments</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
    </context>
    <context>
        <name>Linescope::AuditRow</name>
        <message>
            <source>This is no row.</source>
            <translation>Ceci n'est pas une ligne du journal.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Availability</name>
        <message>
            <source>Select a handle first.</source>
            <translation>Choisissez d'abord une poignée.</translation>
        </message>
        <message>
            <source>No handle is retained.</source>
            <translation>Aucune poignée n'est retenue.</translation>
        </message>
        <message>
            <source>Select an application first.</source>
            <translation>Choisissez d'abord une application.</translation>
        </message>
        <message>
            <source>The application retains no handle.</source>
            <translation>L'application ne retient aucune poignée.</translation>
        </message>
        <message>
            <source>Select a line first.</source>
            <translation>Choisissez d'abord une ligne.</translation>
        </message>
        <message>
            <source>No handle is retained on the line.</source>
            <translation>Aucune poignée n'est retenue sur la ligne.</translation>
        </message>
        <message>
            <source>There is no application; start one first.</source>
            <translation>Il n'y a aucune application ; lancez-en une d'abord.</translation>
        </message>
        <message>
            <source>There is no line; connect a source first.</source>
            <translation>Il n'y a aucune ligne ; connectez d'abord une source.</translation>
        </message>
        <message>
            <source>No application has the line open.</source>
            <translation>Aucune application n'a ouvert la ligne.</translation>
        </message>
        <message>
            <source>The simulator is running already.</source>
            <translation>Le simulateur tourne déjà.</translation>
        </message>
        <message>
            <source>Select a line of the source first.</source>
            <translation>Choisissez d'abord une ligne de la source.</translation>
        </message>
        <message>
            <source>The source cannot do this, or it is connected read-only.</source>
            <translation>La source ne sait pas le faire, ou elle est connectée en lecture seule.</translation>
        </message>
        <message>
            <source>The handle has only MONITOR privilege; the function needs OWNER.</source>
            <translation>La poignée n'a que le privilège MONITOR ; la fonction demande OWNER.</translation>
        </message>
        <message>
            <source>The application is the sole owner of a live call and negotiated a version before 2.0 (P-30).</source>
            <translation>L'application est seule propriétaire d'un appel en cours et a négocié une version antérieure à 2.0 (P-30).</translation>
        </message>
        <message>
            <source>No line is open: open one as an application first.</source>
            <translation>Aucune ligne n'est ouverte : ouvrez-en d'abord une au nom d'une application.</translation>
        </message>
        <message>
            <source>No open line can make calls; the source may be connected read-only.</source>
            <translation>Aucune ligne ouverte ne peut appeler ; la source est peut-être en lecture seule.</translation>
        </message>
        <message>
            <source>Only the simulator can do this.</source>
            <translation>Seul le simulateur sait le faire.</translation>
        </message>
        <message>
            <source>The line has been removed.</source>
            <translation>La ligne a été retirée.</translation>
        </message>
        <message>
            <source>The line is in service.</source>
            <translation>La ligne est en service.</translation>
        </message>
        <message>
            <source>The line is out of service already.</source>
            <translation>La ligne est déjà hors service.</translation>
        </message>
        <message>
            <source>No application has the line open, so nobody would hear of the call.</source>
            <translation>Aucune application n'a ouvert la ligne : personne n'entendrait l'appel.</translation>
        </message>
        <message>
            <source>The line is out of service.</source>
            <translation>La ligne est hors service.</translation>
        </message>
        <message>
            <source>The call is over.</source>
            <translation>L'appel est terminé.</translation>
        </message>
        <message>
            <source>The call is not waiting for the called party to answer.</source>
            <translation>L'appel n'attend pas que l'appelé décroche.</translation>
        </message>
        <message>
            <source>The handle has this privilege already.</source>
            <translation>La poignée a déjà ce privilège.</translation>
        </message>
        <message>
            <source>The application is the sole owner; a call cannot be left without one.</source>
            <translation>L'application est seule propriétaire ; un appel ne peut pas rester sans propriétaire.</translation>
        </message>
        <message>
            <source>Select a line that an application has open, or a handle on it.</source>
            <translation>Choisissez une ligne qu'une application a ouverte, ou une poignée sur cette ligne.</translation>
        </message>
        <message>
            <source>Select a handle, a call or a line first.</source>
            <translation>Choisissez d'abord une poignée, un appel ou une ligne.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Bookmarks</name>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>Impossible de lire %1 : %2</translation>
        </message>
        <message>
            <source>%1 holds no bookmarks of Linescope, version 1.</source>
            <translation>%1 ne contient pas de signets de Linescope, version 1.</translation>
        </message>
        <message>
            <source>%1, line %2: this is no bookmark, or one too many.</source>
            <translation>%1, ligne %2 : ce n'est pas un signet, ou c'en est un de trop.</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>Impossible d'écrire %1 : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::BusyNote</name>
        <message>
            <source>Arranging… %1 %</source>
            <translation>Mise en ordre… %1 %</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallExplanation</name>
        <message>
            <source>It is the last handle: the provider's record goes with it (H-24).</source>
            <translation>C'est la dernière poignée : la fiche du fournisseur part avec elle (H-24).</translation>
        </message>
        <message>
            <source>The call's record stays for %1 as well: each of them has to let go (H-24).</source>
            <translation>La fiche de l'appel reste aussi pour %1 : chacun doit rendre sa poignée (H-24).</translation>
        </message>
        <message>
            <source>This is Linescope's own monitor: it keeps the handle so that you can look (G-13).</source>
            <translation>C'est l'observateur de Linescope : il garde la poignée pour que vous puissiez regarder (G-13).</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 and %2 in the provider.</source>
            <translation>%1 et %2 chez le fournisseur.</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 et %n autre</numerusform>
                <numerusform>%1 et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>It goes with the last handle (H-24): each holder deallocates its own, closes its line (L-15) or ends, or the provider closes the line “%1” (L-28).</source>
            <translation>Elle part avec la dernière poignée (H-24) : chaque détenteur libère la sienne, ferme sa ligne (L-15) ou se termine, ou bien le fournisseur ferme la ligne « %1 » (L-28).</translation>
        </message>
        <message>
            <source>It has been over since %1, for %2.</source>
            <translation>Il est terminé depuis %1, soit %2.</translation>
        </message>
        <message>
            <source>Nobody owns this call: no application can end it until one takes ownership (P-31).</source>
            <translation>Personne ne possède cet appel : aucune application ne peut y mettre fin avant d'en devenir propriétaire (P-31).</translation>
        </message>
        <message>
            <source>The call is over and nobody holds it.</source>
            <translation>L'appel est terminé et personne ne le tient.</translation>
        </message>
        <message>
            <source>The call is over, but %1 has not given its handle back (H-4).</source>
            <translation>L'appel est terminé, mais %1 n'a pas rendu sa poignée (H-4).</translation>
        </message>
        <message>
            <source>The call is over, but its record stays for %1 (H-4).</source>
            <translation>L'appel est terminé, mais sa fiche reste pour %1 (H-4).</translation>
        </message>
        <message>
            <source>The handle ends when %1 deallocates %2, closes its line %3 (L-15) or ends, or when the provider closes the line “%4” (L-28).</source>
            <translation>La poignée disparaît quand %1 libère %2, ferme sa ligne %3 (L-15) ou se termine, ou quand le fournisseur ferme la ligne « %4 » (L-28).</translation>
        </message>
        <message>
            <source>Until then it takes %1 here (R-10)</source>
            <translation>D'ici là, cela occupe %1 ici (R-10)</translation>
        </message>
        <message>
            <source>Void since %1: %2. Every use of the handle now gives INVALCALLHANDLE.</source>
            <translation>Nulle depuis %1 : %2. Tout usage de la poignée donne désormais INVALCALLHANDLE.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallFacts</name>
        <message>
            <source>Handle</source>
            <translation>Poignée</translation>
        </message>
        <message>
            <source>HCALL</source>
            <translation>HCALL</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>%1, process %2</source>
            <translation>%1, processus %2</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>%1 on %2, version %3</source>
            <translation>%1 sur %2, version %3</translation>
        </message>
        <message>
            <source>Privilege</source>
            <translation>Privilège</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>Correspondants</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>Appelant</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>Appelé</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Connecté</translation>
        </message>
        <message>
            <source>Redirected by</source>
            <translation>Renvoyé par</translation>
        </message>
        <message>
            <source>Redirected to</source>
            <translation>Renvoyé vers</translation>
        </message>
        <message>
            <source>Origin, reason</source>
            <translation>Origine, raison</translation>
        </message>
        <message>
            <source>not given</source>
            <translation>non indiquée</translation>
        </message>
        <message>
            <source>Timing</source>
            <translation>Temps</translation>
        </message>
        <message>
            <source>Call began</source>
            <translation>Début de l'appel</translation>
        </message>
        <message>
            <source>Handle given</source>
            <translation>Poignée donnée</translation>
        </message>
        <message>
            <source>In state</source>
            <translation>Dans l'état</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>Cause</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Mémoire</translation>
        </message>
        <message>
            <source>This handle</source>
            <translation>Cette poignée</translation>
        </message>
        <message>
            <source>Call record</source>
            <translation>Fiche de l'appel</translation>
        </message>
        <message>
            <source>%1, until its last handle goes</source>
            <translation>%1, jusqu'à sa dernière poignée</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Fournisseur</translation>
        </message>
        <message>
            <source>%1, until the last handle goes</source>
            <translation>%1, jusqu'à la dernière poignée</translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>non communiquée</translation>
        </message>
        <message>
            <source>deallocated</source>
            <translation>libérée</translation>
        </message>
        <message>
            <source>line closed by the application</source>
            <translation>ligne fermée par l'application</translation>
        </message>
        <message>
            <source>line closed by the provider</source>
            <translation>ligne fermée par le fournisseur</translation>
        </message>
        <message>
            <source>line removed</source>
            <translation>ligne retirée</translation>
        </message>
        <message>
            <source>application shut down</source>
            <translation>application arrêtée</translation>
        </message>
        <message>
            <source>application crashed</source>
            <translation>application plantée</translation>
        </message>
        <message>
            <source>Every LINECALLINFO field</source>
            <translation>Tous les champs de LINECALLINFO</translation>
        </message>
        <message>
            <source>Call %1, handle %2 of %3</source>
            <translation>Appel %1, poignée %2 de %3</translation>
        </message>
        <message>
            <source>retained %1</source>
            <translation>retenue %1</translation>
        </message>
        <message>
            <source>void</source>
            <translation>nulle</translation>
        </message>
        <message>
            <source>Source's name</source>
            <translation>Nom chez la source</translation>
        </message>
        <message>
            <source>The call's record was released at %1, with its last handle. This is what the window remembers.</source>
            <translation>La fiche de l'appel a été libérée à %1, avec sa dernière poignée. Voici ce dont la fenêtre se souvient.</translation>
        </message>
        <message numerus="yes">
            <source>%1 for %n handle(s)</source>
            <translation>
                <numerusform>%1 pour %n poignée</numerusform>
                <numerusform>%1 pour %n poignées</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, since %2</source>
            <translation>%1, depuis %2</translation>
        </message>
        <message>
            <source>All handles</source>
            <translation>Toutes les poignées</translation>
        </message>
        <message>
            <source>Call %1</source>
            <translation>Appel %1</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>Disconnect mode</source>
            <translation>Déconnexion</translation>
        </message>
        <message>
            <source>Q.850 cause</source>
            <translation>Cause Q.850</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>Libéré</translation>
        </message>
        <message>
            <source>The call has gone.</source>
            <translation>L'appel a disparu.</translation>
        </message>
        <message>
            <source>Whole call</source>
            <translation>Appel entier</translation>
        </message>
        <message>
            <source>gone</source>
            <translation>disparu</translation>
        </message>
        <message>
            <source>Ended by</source>
            <translation>Terminé par</translation>
        </message>
        <message>
            <source>Not certain</source>
            <translation>Incertain</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallFunctionDialog</name>
        <message>
            <source>Call:</source>
            <translation>Appel :</translation>
        </message>
        <message>
            <source>Line:</source>
            <translation>Ligne :</translation>
        </message>
        <message>
            <source>The application has no other call on this line that would do.</source>
            <translation>L'application n'a sur cette ligne aucun autre appel qui convienne.</translation>
        </message>
        <message>
            <source>The first application for voice calls</source>
            <translation>La première application pour les appels vocaux</translation>
        </message>
        <message>
            <source>Swap &amp;with:</source>
            <translation>Permuter a&amp;vec :</translation>
        </message>
        <message>
            <source>&amp;Number:</source>
            <translation>&amp;Numéro :</translation>
        </message>
        <message>
            <source>Number to &amp;consult:</source>
            <translation>Numéro à &amp;consulter :</translation>
        </message>
        <message>
            <source>Consultation &amp;call:</source>
            <translation>Appel de &amp;consultation :</translation>
        </message>
        <message>
            <source>Transfer &amp;to:</source>
            <translation>&amp;Transférer vers :</translation>
        </message>
        <message>
            <source>Redirect &amp;to:</source>
            <translation>&amp;Rediriger vers :</translation>
        </message>
        <message>
            <source>Number of the next &amp;party:</source>
            <translation>Numéro du &amp;participant suivant :</translation>
        </message>
        <message>
            <source>&amp;Conference:</source>
            <translation>&amp;Conférence :</translation>
        </message>
        <message>
            <source>Park &amp;at (empty: the switch chooses):</source>
            <translation>P&amp;arquer à (vide : le commutateur choisit) :</translation>
        </message>
        <message>
            <source>&amp;Parked at:</source>
            <translation>&amp;Parqué à :</translation>
        </message>
        <message>
            <source>&amp;Ringing at (empty: the call that waits):</source>
            <translation>&amp;Sonne au numéro (vide : l'appel en attente) :</translation>
        </message>
        <message>
            <source>&amp;Digits:</source>
            <translation>&amp;Chiffres :</translation>
        </message>
        <message>
            <source>&amp;Hand to:</source>
            <translation>Passer le &amp;relais à :</translation>
        </message>
        <message>
            <source>The call goes to the application that comes first in the list for voice calls, among those that have the line open as an owner (P-23).</source>
            <translation>L'appel va à la première application de la liste pour les appels vocaux, parmi celles qui ont ouvert la ligne comme propriétaires (P-23).</translation>
        </message>
        <message>
            <source>Nobody gets the call: no application of this module has the line open as an owner (P-22).</source>
            <translation>Personne ne reçoit l'appel : aucune application de ce module n'a ouvert la ligne comme propriétaire (P-22).</translation>
        </message>
        <message>
            <source>Nothing changes: %1, which holds the call, was the first of them to open the line as an owner (P-22, P-24).</source>
            <translation>Rien ne change : %1, qui tient l'appel, a été la première d'entre elles à ouvrir la ligne comme propriétaire (P-22, P-24).</translation>
        </message>
        <message>
            <source>%1 gets the call: it was the first of them to open the line as an owner (P-22).</source>
            <translation>%1 reçoit l'appel : elle a été la première d'entre elles à ouvrir la ligne comme propriétaire (P-22).</translation>
        </message>
        <message>
            <source>%1 gets the call (P-22).</source>
            <translation>%1 reçoit l'appel (P-22).</translation>
        </message>
        <message>
            <source>Which number?</source>
            <translation>Quel numéro ?</translation>
        </message>
        <message>
            <source>Which digits?</source>
            <translation>Quels chiffres ?</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallFunctions</name>
        <message>
            <source>The call is %1; it would have to be %2.</source>
            <translation>L'appel est %1 ; il devrait être %2.</translation>
        </message>
        <message>
            <source> or </source>
            <comment>between states</comment>
            <translation> ou </translation>
        </message>
        <message>
            <source>The call is %1; the function has no use then.</source>
            <translation>L'appel est %1 ; la fonction ne sert alors à rien.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallInfoDialog</name>
        <message>
            <source>Member (rule)</source>
            <translation>Membre (règle)</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <source>Members of LINECALLINFO</source>
            <translation>Membres de LINECALLINFO</translation>
        </message>
        <message>
            <source>&amp;Only members that are set</source>
            <translation>Seulement les membres re&amp;nseignés</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallLines</name>
        <message>
            <source>held for %1</source>
            <translation>tenu depuis %1</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallLogModel</name>
        <message>
            <source>Began</source>
            <translation>Début</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Sens</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>Appelant</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>Appelé</translation>
        </message>
        <message>
            <source>Talked</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>Cause</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Fournisseur</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Référence</translation>
        </message>
        <message>
            <source>This row is damaged: it is not what was written.</source>
            <translation>Cette ligne est endommagée : ce n'est pas ce qui a été écrit.</translation>
        </message>
        <message>
            <source>outbound</source>
            <translation>sortant</translation>
        </message>
        <message>
            <source>internal</source>
            <translation>interne</translation>
        </message>
        <message>
            <source>inbound</source>
            <translation>entrant</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>sans réponse</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallLogPage</name>
        <message>
            <source>Call log</source>
            <translation>Journal d'appels</translation>
        </message>
        <message>
            <source>&amp;Write every call that ends to a database</source>
            <translation>Écri&amp;re chaque appel terminé dans une base de données</translation>
        </message>
        <message>
            <source>Linescope then watches every line as one more application, which gives its handle of a call back as soon as the record is on disk. The log holds numbers and names as they are, whoever called.</source>
            <translation>Linescope surveille alors chaque ligne comme une application de plus, qui rend sa poignée d'un appel dès que l'enregistrement est sur le disque. Le journal contient les numéros et les noms tels quels, qui que ce soit qui ait appelé.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <source>&amp;Database:</source>
            <translation>&amp;Base de données :</translation>
        </message>
        <message>
            <source>File (SQLite)</source>
            <translation>Fichier (SQLite)</translation>
        </message>
        <message>
            <source>Server (PostgreSQL)</source>
            <translation>Serveur (PostgreSQL)</translation>
        </message>
        <message>
            <source>&amp;File:</source>
            <translation>&amp;Fichier :</translation>
        </message>
        <message>
            <source>in your folder for data</source>
            <translation>dans votre dossier de données</translation>
        </message>
        <message>
            <source>&amp;Choose…</source>
            <translation>&amp;Choisir…</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <source>&amp;Host or folder of the socket:</source>
            <translation>&amp;Hôte ou dossier du socket :</translation>
        </message>
        <message>
            <source>P&amp;ort:</source>
            <translation>P&amp;ort :</translation>
        </message>
        <message>
            <source>&amp;Name of the database:</source>
            <translation>&amp;Nom de la base :</translation>
        </message>
        <message>
            <source>&amp;User:</source>
            <translation>&amp;Utilisateur :</translation>
        </message>
        <message>
            <source>Certificates of the &amp;authority:</source>
            <translation>Certificats de l'&amp;autorité :</translation>
        </message>
        <message>
            <source>those of the system</source>
            <translation>ceux du système</translation>
        </message>
        <message>
            <source>Without &amp;encryption, even to another machine</source>
            <translation>Sans chiffr&amp;ement, même vers une autre machine</translation>
        </message>
        <message>
            <source>&amp;Password…</source>
            <translation>&amp;Mot de passe…</translation>
        </message>
        <message>
            <source>The password goes to the keyring of the desktop, never into a file.</source>
            <translation>Le mot de passe va dans le trousseau du bureau, jamais dans un fichier.</translation>
        </message>
        <message>
            <source>How long, and how much</source>
            <translation>Combien de temps, et combien</translation>
        </message>
        <message>
            <source>&amp;Keep calls for:</source>
            <translation>&amp;Garder les appels :</translation>
        </message>
        <message>
            <source> days</source>
            <translation> jours</translation>
        </message>
        <message>
            <source>ever</source>
            <translation>toujours</translation>
        </message>
        <message>
            <source>&amp;Mask numbers and names before they are written</source>
            <translation>Mas&amp;quer numéros et noms avant de les écrire</translation>
        </message>
        <message>
            <source>Most calls that wai&amp;t while the database is away:</source>
            <translation>Appels qui a&amp;ttendent, au plus, sans la base :</translation>
        </message>
        <message>
            <source>Older calls are deleted for good: in the file, not in its backups. While the database is away, the handles of ended calls are kept; beyond that number, the oldest is given up, and you are told.</source>
            <translation>Les appels plus anciens sont supprimés définitivement : dans le fichier, pas dans ses sauvegardes. Tant que la base est absente, les poignées des appels terminés sont gardées ; au-delà de ce nombre, la plus ancienne est abandonnée, et vous en êtes averti.</translation>
        </message>
        <message>
            <source>File of the call log</source>
            <translation>Fichier du journal d'appels</translation>
        </message>
        <message>
            <source>SQLite databases (*.sqlite);;All files (*)</source>
            <translation>Bases SQLite (*.sqlite);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Password of the database:</source>
            <translation>Mot de passe de la base :</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallLogPanel</name>
        <message>
            <source>Settings of the call log…</source>
            <translation>Réglages du journal d'appels…</translation>
        </message>
        <message>
            <source>The call log is off. When it is on, Linescope writes every call that ends to a database, where you can search for it later.</source>
            <translation>Le journal d'appels est désactivé. Quand il est actif, Linescope écrit chaque appel terminé dans une base de données, où vous pourrez le retrouver plus tard.</translation>
        </message>
        <message>
            <source>Call log</source>
            <translation>Journal d'appels</translation>
        </message>
        <message>
            <source>Show new calls</source>
            <translation>Montrer les nouveaux appels</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <translation>%1, %2, %3</translation>
        </message>
        <message numerus="yes">
            <source>%n call(s)</source>
            <comment>in the log</comment>
            <translation>
                <numerusform>%n appel</numerusform>
                <numerusform>%n appels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answered</source>
            <comment>calls in the log</comment>
            <translation>
                <numerusform>%n répondu</numerusform>
                <numerusform>%n répondus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) talked</source>
            <comment>in the log</comment>
            <translation>
                <numerusform>%n minute parlée</numerusform>
                <numerusform>%n minutes parlées</numerusform>
            </translation>
        </message>
        <message>
            <source>The call log is being read…</source>
            <translation>Lecture du journal d'appels…</translation>
        </message>
        <message>
            <source>No call has ended yet. As soon as one has, and its record is written, it appears here.</source>
            <translation>Aucun appel n'est encore terminé. Dès que l'un l'est et que son enregistrement est écrit, il apparaît ici.</translation>
        </message>
        <message>
            <source>No call matches. To see more, clear the search or choose all in the lists above.</source>
            <translation>Aucun appel ne correspond. Pour en voir plus, effacez la recherche ou choisissez tout dans les listes ci-dessus.</translation>
        </message>
        <message>
            <source>Delete a number</source>
            <translation>Supprimer un numéro</translation>
        </message>
        <message>
            <source>&amp;Number, as it is in the log:</source>
            <translation>&amp;Numéro, tel qu'il est dans le journal :</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>Every call in the log from, to or through %1 is deleted for good, and cannot be brought back. Backups of the database are not reached.</source>
            <translation>Chaque appel du journal de, vers ou par %1 est supprimé définitivement et ne peut être récupéré. Les sauvegardes de la base ne sont pas atteintes.</translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) deleted.</source>
            <translation>
                <numerusform>%n appel supprimé.</numerusform>
                <numerusform>%n appels supprimés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not everything could be deleted: %1 Try again.</source>
            <translation>Tout n'a pas pu être supprimé : %1 Réessayez.</translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) in the log are damaged; they are struck out.</source>
            <translation>
                <numerusform>%n appel du journal est endommagé ; il est barré.</numerusform>
                <numerusform>%n appels du journal sont endommagés ; ils sont barrés.</numerusform>
            </translation>
        </message>
        <message>
            <source>The call log is whole.</source>
            <translation>Le journal d'appels est intact.</translation>
        </message>
        <message>
            <source>Only a file can be set aside. On a server, its administrator can repair the table.</source>
            <translation>Seul un fichier peut être mis de côté. Sur un serveur, son administrateur peut réparer la table.</translation>
        </message>
        <message>
            <source>Set the call log aside</source>
            <translation>Mettre le journal d'appels de côté</translation>
        </message>
        <message>
            <source>The file gets another name, and a new, empty log is begun. The old one stays where it is.</source>
            <translation>Le fichier reçoit un autre nom, et un nouveau journal, vide, est commencé. L'ancien reste où il est.</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>Mettre de côté</translation>
        </message>
        <message>
            <source>The old call log is %1 now.</source>
            <translation>L'ancien journal d'appels est maintenant %1.</translation>
        </message>
        <message>
            <source>Find number, name, line</source>
            <translation>Chercher numéro, nom, ligne</translation>
        </message>
        <message>
            <source>Find in the call log</source>
            <translation>Chercher dans le journal d'appels</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <source>More about the call log</source>
            <translation>Plus sur le journal d'appels</translation>
        </message>
        <message>
            <source>&amp;Delete a number for good…</source>
            <translation>&amp;Supprimer un numéro définitivement…</translation>
        </message>
        <message>
            <source>&amp;Check for damage</source>
            <translation>&amp;Vérifier l'état</translation>
        </message>
        <message>
            <source>Set &amp;aside and begin a new one…</source>
            <translation>Mettre de &amp;côté et en commencer un nouveau…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Réglages…</translation>
        </message>
        <message>
            <source>Time of the calls</source>
            <translation>Période des appels</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Toute période</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd'hui</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>7 derniers jours</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>30 derniers jours</translation>
        </message>
        <message>
            <source>Line of the calls</source>
            <translation>Ligne des appels</translation>
        </message>
        <message>
            <source>All lines</source>
            <translation>Toutes les lignes</translation>
        </message>
        <message>
            <source>Direction of the calls</source>
            <translation>Sens des appels</translation>
        </message>
        <message>
            <source>All directions</source>
            <translation>Tous les sens</translation>
        </message>
        <message>
            <source>Inbound</source>
            <translation>Entrants</translation>
        </message>
        <message>
            <source>Outbound</source>
            <translation>Sortants</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>Internes</translation>
        </message>
        <message>
            <source>Whether the calls were answered</source>
            <translation>Si les appels ont été répondus</translation>
        </message>
        <message>
            <source>Answered or not</source>
            <translation>Répondus ou non</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Répondus</translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>Sans réponse</translation>
        </message>
        <message>
            <source>How the calls ended</source>
            <translation>Comment les appels ont fini</translation>
        </message>
        <message>
            <source>All results</source>
            <translation>Tous les résultats</translation>
        </message>
        <message>
            <source>Totals of the call log</source>
            <translation>Totaux du journal d'appels</translation>
        </message>
        <message numerus="yes">
            <source>Only the first %n call(s) are taken: filter by time.</source>
            <translation>
                <numerusform>Seul le premier appel est pris : filtrez par période.</numerusform>
                <numerusform>Seuls les %n premiers appels sont pris : filtrez par période.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallLogService</name>
        <message numerus="yes">
            <source>%n ended call(s) wait(s) for it; the handles are kept until then.</source>
            <translation>
                <numerusform>%n appel terminé l'attend ; sa poignée est gardée jusque-là.</numerusform>
                <numerusform>%n appels terminés l'attendent ; leurs poignées sont gardées jusque-là.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) will never be in the call log: too many were waiting.</source>
            <translation>
                <numerusform>%n appel ne sera jamais dans le journal : trop attendaient.</numerusform>
                <numerusform>%n appels ne seront jamais dans le journal : trop attendaient.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) in the call log is (are) damaged: not what was written.</source>
            <translation>
                <numerusform>%n appel du journal est endommagé : ce n'est pas ce qui a été écrit.</numerusform>
                <numerusform>%n appels du journal sont endommagés : ce n'est pas ce qui a été écrit.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallLogTrouble</name>
        <message>
            <source>The call log %1 cannot be opened (%2). Look whether its folder is there.</source>
            <translation>Le journal d'appels %1 ne peut être ouvert (%2). Voyez si son dossier existe.</translation>
        </message>
        <message>
            <source>The database of the call log, %1, does not answer (%2). Is the server running?</source>
            <translation>La base du journal d'appels, %1, ne répond pas (%2). Le serveur est-il lancé ?</translation>
        </message>
        <message>
            <source>The call log %1 cannot be written (%2). Is the disk full?</source>
            <translation>Le journal d'appels %1 ne peut être écrit (%2). Le disque est-il plein ?</translation>
        </message>
        <message>
            <source>The call log %1 is damaged (%2). Set it aside to begin a new one.</source>
            <translation>Le journal d'appels %1 est endommagé (%2). Mettez-le de côté pour en commencer un nouveau.</translation>
        </message>
        <message>
            <source>Another program holds the call log %1 (%2).</source>
            <translation>Un autre programme tient le journal d'appels %1 (%2).</translation>
        </message>
        <message>
            <source>The call log %1 refuses Linescope (%2). Check user, password and rights.</source>
            <translation>Le journal d'appels %1 refuse Linescope (%2). Vérifiez l'utilisateur, le mot de passe et les droits.</translation>
        </message>
        <message>
            <source>The call log %1 cannot be used: %2</source>
            <translation>Le journal d'appels %1 ne peut être utilisé : %2</translation>
        </message>
        <message>
            <source>The file of the call log, %1, was removed. A new one is begun.</source>
            <translation>Le fichier du journal d'appels, %1, a été supprimé. Un nouveau est commencé.</translation>
        </message>
        <message>
            <source>The database of the call log, %1, does not answer.</source>
            <translation>La base du journal d'appels, %1, ne répond pas.</translation>
        </message>
        <message>
            <source>%1 is not a call log of Linescope. Choose another file.</source>
            <translation>%1 n'est pas un journal d'appels de Linescope. Choisissez un autre fichier.</translation>
        </message>
        <message>
            <source>A newer Linescope has written this call log (its version is %1).</source>
            <translation>Un Linescope plus récent a écrit ce journal d'appels (sa version est %1).</translation>
        </message>
        <message>
            <source>The package %1 is missing, without which the call log cannot be kept.</source>
            <translation>Le paquet %1 manque, sans lequel le journal d'appels ne peut être tenu.</translation>
        </message>
        <message>
            <source>The call log cannot be kept in %1 (%2).</source>
            <translation>Le journal d'appels ne peut être gardé dans %1 (%2).</translation>
        </message>
        <message>
            <source>It has not been said where the call log is to be kept.</source>
            <translation>Il n'a pas été dit où garder le journal d'appels.</translation>
        </message>
        <message>
            <source>its journal is being read</source>
            <translation>son journal est en cours de lecture</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallPanel</name>
        <message>
            <source>Call inspector</source>
            <translation>Inspecteur d'appel</translation>
        </message>
        <message>
            <source>No handle is selected.</source>
            <translation>Aucune poignée n'est choisie.</translation>
        </message>
        <message>
            <source>The handle has gone.</source>
            <translation>La poignée a disparu.</translation>
        </message>
        <message>
            <source>Select a handle to see its call: parties, times, cause, who else holds it, what it costs, and every field of its record.</source>
            <translation>Choisissez une poignée pour voir son appel : correspondants, temps, cause, autres détenteurs, coût et tous les champs de sa fiche.</translation>
        </message>
        <message numerus="yes">
            <source>%n earlier event(s) are left out.</source>
            <translation>
                <numerusform>%n événement antérieur est omis.</numerusform>
                <numerusform>%n événements antérieurs sont omis.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) after the first are left out.</source>
            <translation>
                <numerusform>%n étape après la première est omise.</numerusform>
                <numerusform>%n étapes après la première sont omises.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>Cause</translation>
        </message>
        <message>
            <source>Every TAPI field</source>
            <translation>Tous les champs TAPI</translation>
        </message>
        <message>
            <source>Find a field</source>
            <translation>Chercher un champ</translation>
        </message>
        <message>
            <source>Find a field, a value, a meaning</source>
            <translation>Chercher un champ, une valeur, un sens</translation>
        </message>
        <message>
            <source>Handle</source>
            <translation>Poignée</translation>
        </message>
        <message>
            <source>Holders now and before (%1)</source>
            <translation>Détenteurs, passés et présents (%1)</translation>
        </message>
        <message>
            <source>Holders</source>
            <translation>Détenteurs</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Mémoire</translation>
        </message>
        <message>
            <source>No field fits.</source>
            <translation>Aucun champ ne correspond.</translation>
        </message>
        <message>
            <source>Nothing about this call was told since the window watches.</source>
            <translation>Rien n'a été dit de cet appel depuis que la fenêtre observe.</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>Correspondants</translation>
        </message>
        <message>
            <source>Show %1 of %2</source>
            <translation>Montrer %1 de %2</translation>
        </message>
        <message>
            <source>Source events</source>
            <translation>Événements de la source</translation>
        </message>
        <message>
            <source>State history</source>
            <translation>Historique des états</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Temps</translation>
        </message>
        <message>
            <source>What was before is not known: the window did not watch yet, or it was too long ago.</source>
            <translation>Ce qui précède n'est pas connu : la fenêtre n'observait pas encore, ou c'est trop ancien.</translation>
        </message>
        <message>
            <source>What was before is not known: the window did not watch yet.</source>
            <translation>Ce qui précède n'est pas connu : la fenêtre n'observait pas encore.</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Champ</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>Sens</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallText</name>
        <message>
            <source>%1  %2, %3</source>
            <translation>%1  %2, %3</translation>
        </message>
        <message>
            <source>%1, %2 %3</source>
            <translation>%1, %2 %3</translation>
        </message>
        <message>
            <source>%1: since %2</source>
            <translation>%1 : depuis %2</translation>
        </message>
        <message>
            <source>%1: since %2, until %3 (%4)</source>
            <translation>%1 : depuis %2, jusqu'à %3 (%4)</translation>
        </message>
        <message numerus="yes">
            <source>%n earlier event(s) are left out.</source>
            <translation>
                <numerusform>%n événement antérieur est omis.</numerusform>
                <numerusform>%n événements antérieurs sont omis.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n earlier holder(s) are left out.</source>
            <translation>
                <numerusform>%n détenteur antérieur est omis.</numerusform>
                <numerusform>%n détenteurs antérieurs sont omis.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) after the first are left out.</source>
            <translation>
                <numerusform>%n étape après la première est omise.</numerusform>
                <numerusform>%n étapes après la première sont omises.</numerusform>
            </translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Événements</translation>
        </message>
        <message>
            <source>Holders</source>
            <translation>Détenteurs</translation>
        </message>
        <message>
            <source>LINECALLINFO</source>
            <translation>LINECALLINFO</translation>
        </message>
        <message>
            <source>LINECALLSTATUS</source>
            <translation>LINECALLSTATUS</translation>
        </message>
        <message>
            <source>State history</source>
            <translation>Historique des états</translation>
        </message>
        <message>
            <source>What was before is not known: the window did not watch yet.</source>
            <translation>Ce qui précède n'est pas connu : la fenêtre n'observait pas encore.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallsPanel</name>
        <message>
            <source>Calls</source>
            <translation>Appels</translation>
        </message>
        <message>
            <source>Line › call › handle</source>
            <translation>Ligne › appel › poignée</translation>
        </message>
        <message>
            <source>Call group › call › handle</source>
            <translation>Groupe d'appels › appel › poignée</translation>
        </message>
        <message>
            <source>&amp;Show as:</source>
            <translation>Présente&amp;r :</translation>
        </message>
        <message>
            <source>&amp;Default columns</source>
            <translation>Colonnes par &amp;défaut</translation>
        </message>
        <message>
            <source>No call yet: a call appears here once an application has a handle for it.</source>
            <translation>Pas encore d'appel : un appel apparaît ici dès qu'une application en détient une poignée.</translation>
        </message>
        <message>
            <source>No call matches the filter “%1”. To see all: View › Clear filter.</source>
            <translation>Aucun appel ne correspond au filtre « %1 ». Pour les voir tous : Vue › Effacer le filtre.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CapabilityText</name>
        <message>
            <source>Functions</source>
            <translation>Fonctions</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>Capacités</translation>
        </message>
        <message>
            <source>Call states</source>
            <translation>États d'appel</translation>
        </message>
        <message>
            <source>Modes of states</source>
            <translation>Modes des états</translation>
        </message>
        <message>
            <source>Media modes</source>
            <translation>Modes de média</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Rapports</translation>
        </message>
        <message>
            <source>seen</source>
            <translation>vu</translation>
        </message>
        <message>
            <source>never seen</source>
            <translation>jamais vu</translation>
        </message>
        <message>
            <source>not declared</source>
            <translation>non déclaré</translation>
        </message>
        <message>
            <source>seen, but not declared</source>
            <translation>vu, mais non déclaré</translation>
        </message>
        <message numerus="yes">
            <source>(%n time(s), first #%1)</source>
            <translation>
                <numerusform>(%n fois, d'abord n° %1)</numerusform>
                <numerusform>(%n fois, d'abord n° %1)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>(failed %n time(s))</source>
            <translation>
                <numerusform>(%n échec)</numerusform>
                <numerusform>(%n échecs)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CaptionBar</name>
        <message>
            <source>Captions of the tour</source>
            <translation>Légendes de la visite</translation>
        </message>
        <message>
            <source>From the beginning</source>
            <translation>Depuis le début</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Début</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Lire</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espace</translation>
        </message>
        <message>
            <source>On to the next caption</source>
            <translation>Légende suivante</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Droite</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Plus lentement</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>Plus vite</translation>
        </message>
        <message>
            <source>End the tour</source>
            <translation>Terminer la visite</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Speed: %1</source>
            <translation>Vitesse : %1</translation>
        </message>
        <message>
            <source>Caption %1 of %2</source>
            <translation>Légende %1 sur %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CauseWords</name>
        <message>
            <source>The other party's station is busy.</source>
            <translation>Le poste du correspondant est occupé.</translation>
        </message>
        <message>
            <source>The call was blocked.</source>
            <translation>L'appel a été bloqué.</translation>
        </message>
        <message>
            <source>The call was cancelled.</source>
            <translation>L'appel a été annulé.</translation>
        </message>
        <message>
            <source>The call was picked up elsewhere.</source>
            <translation>L'appel a été intercepté ailleurs.</translation>
        </message>
        <message>
            <source>The network failed for a moment.</source>
            <translation>Le réseau a eu une panne passagère.</translation>
        </message>
        <message>
            <source>The network is congested.</source>
            <translation>Le réseau est encombré.</translation>
        </message>
        <message>
            <source>The number has changed.</source>
            <translation>Le numéro a changé.</translation>
        </message>
        <message>
            <source>The number is not valid.</source>
            <translation>Le numéro n'est pas valable.</translation>
        </message>
        <message>
            <source>The other party could not be reached.</source>
            <translation>Le correspondant n'a pas pu être joint.</translation>
        </message>
        <message>
            <source>The other party did not answer.</source>
            <translation>Le correspondant n'a pas répondu.</translation>
        </message>
        <message>
            <source>The other party does not want to be disturbed.</source>
            <translation>Le correspondant ne veut pas être dérangé.</translation>
        </message>
        <message>
            <source>The other party hung up.</source>
            <translation>Le correspondant a raccroché.</translation>
        </message>
        <message>
            <source>The other party refused the call.</source>
            <translation>Le correspondant a refusé l'appel.</translation>
        </message>
        <message>
            <source>The other station cannot take this kind of call.</source>
            <translation>L'autre poste ne peut pas prendre ce type d'appel.</translation>
        </message>
        <message>
            <source>The other station is out of order.</source>
            <translation>L'autre poste est en dérangement.</translation>
        </message>
        <message>
            <source>The quality asked for was not available.</source>
            <translation>La qualité demandée n'était pas disponible.</translation>
        </message>
        <message>
            <source>The source cannot tell why.</source>
            <translation>La source ne peut pas dire pourquoi.</translation>
        </message>
        <message>
            <source>The source does not know why.</source>
            <translation>La source ne sait pas pourquoi.</translation>
        </message>
        <message>
            <source>The switch forwarded the call.</source>
            <translation>Le commutateur a renvoyé l'appel.</translation>
        </message>
        <message>
            <source>There was no dial tone.</source>
            <translation>Il n'y avait pas de tonalité.</translation>
        </message>
        <message>
            <source>answered elsewhere</source>
            <translation>répondu ailleurs</translation>
        </message>
        <message>
            <source>bearer capability not available</source>
            <translation>capacité de transport indisponible</translation>
        </message>
        <message>
            <source>call rejected</source>
            <translation>appel rejeté</translation>
        </message>
        <message>
            <source>circuit not available</source>
            <translation>circuit indisponible</translation>
        </message>
        <message>
            <source>destination out of order</source>
            <translation>destination en dérangement</translation>
        </message>
        <message>
            <source>incompatible destination</source>
            <translation>destination incompatible</translation>
        </message>
        <message>
            <source>interworking, unspecified</source>
            <translation>interfonctionnement, non précisé</translation>
        </message>
        <message>
            <source>invalid number format</source>
            <translation>format de numéro invalide</translation>
        </message>
        <message>
            <source>network out of order</source>
            <translation>réseau en dérangement</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>sans réponse</translation>
        </message>
        <message>
            <source>no circuit available</source>
            <translation>aucun circuit libre</translation>
        </message>
        <message>
            <source>no route to destination</source>
            <translation>pas de route vers la destination</translation>
        </message>
        <message>
            <source>no user responding</source>
            <translation>le poste ne répond pas</translation>
        </message>
        <message>
            <source>normal clearing</source>
            <translation>fin normale</translation>
        </message>
        <message>
            <source>normal, unspecified</source>
            <translation>normal, non précisé</translation>
        </message>
        <message>
            <source>number changed</source>
            <translation>numéro changé</translation>
        </message>
        <message>
            <source>number not assigned</source>
            <translation>numéro non attribué</translation>
        </message>
        <message>
            <source>subscriber absent</source>
            <translation>abonné absent</translation>
        </message>
        <message>
            <source>switch congested</source>
            <translation>commutateur encombré</translation>
        </message>
        <message>
            <source>temporary failure</source>
            <translation>panne passagère</translation>
        </message>
        <message>
            <source>timer expired</source>
            <translation>délai expiré</translation>
        </message>
        <message>
            <source>user busy</source>
            <translation>occupé</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Checklist</name>
        <message>
            <source>This is not JSON (%1): %2.</source>
            <translation>Ce n'est pas du JSON (%1) : %2.</translation>
        </message>
        <message>
            <source>A checklist begins with "linescope": "checklist/1".</source>
            <translation>Une liste de contrôle commence par "linescope": "checklist/1".</translation>
        </message>
        <message>
            <source>A checklist has at most %1 steps.</source>
            <translation>Une liste de contrôle a au plus %1 étapes.</translation>
        </message>
        <message>
            <source>Step %1 has no text, or a result that is none.</source>
            <translation>L'étape %1 n'a pas de texte, ou un résultat qui n'en est pas un.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CloseLineDialog</name>
        <message>
            <source>Close line %1</source>
            <translation>Fermer la ligne %1</translation>
        </message>
        <message>
            <source>Who closes the line?</source>
            <translation>Qui ferme la ligne ?</translation>
        </message>
        <message>
            <source>%1 closes its %2 (lineClose)</source>
            <translation>%1 ferme son %2 (lineClose)</translation>
        </message>
        <message>
            <source>Only this application's handles on the line become void; others keep theirs (L-16).</source>
            <translation>Seules les poignées de cette application sur la ligne deviennent nulles ; les autres gardent les leurs (L-16).</translation>
        </message>
        <message>
            <source>The provider closes the line (LINE_CLOSE)</source>
            <translation>Le fournisseur ferme la ligne (LINE_CLOSE)</translation>
        </message>
        <message>
            <source>Every application loses the line and all its handles at once (L-28, L-29).</source>
            <translation>Toutes les applications perdent la ligne et toutes ses poignées d'un coup (L-28, L-29).</translation>
        </message>
        <message>
            <source>Not now: %1</source>
            <translation>Pas maintenant : %1</translation>
        </message>
        <message>
            <source>The source cannot be told to close a line.</source>
            <translation>On ne peut pas dire à la source de fermer une ligne.</translation>
        </message>
        <message>
            <source>Handle</source>
            <translation>Poignée</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Effet</translation>
        </message>
        <message>
            <source>Handles that become void</source>
            <translation>Poignées qui deviennent nulles</translation>
        </message>
        <message>
            <source>Close line</source>
            <translation>Fermer la ligne</translation>
        </message>
        <message>
            <source>No handle is on the line: nothing becomes void.</source>
            <translation>Aucune poignée sur la ligne : rien ne devient nul.</translation>
        </message>
        <message numerus="yes">
            <source>%n handle(s) become void at once:</source>
            <translation>
                <numerusform>%n poignée devient nulle d'un coup :</numerusform>
                <numerusform>%n poignées deviennent nulles d'un coup :</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n retained,</source>
            <translation>
                <numerusform>%n retenue,</numerusform>
                <numerusform>%n retenues,</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n live.</source>
            <translation>
                <numerusform>%n en cours.</numerusform>
                <numerusform>%n en cours.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call record(s) are freed at the provider.</source>
            <translation>
                <numerusform>%n fiche d'appel est libérée chez le fournisseur.</numerusform>
                <numerusform>%n fiches d'appel sont libérées chez le fournisseur.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n live call(s) will be hung up.</source>
            <translation>
                <numerusform>%n appel en cours sera raccroché.</numerusform>
                <numerusform>%n appels en cours seront raccrochés.</numerusform>
            </translation>
        </message>
        <message>
            <source>void</source>
            <translation>nulle</translation>
        </message>
        <message>
            <source>call hung up</source>
            <translation>appel raccroché</translation>
        </message>
        <message>
            <source>last handle, record freed</source>
            <translation>dernière poignée, fiche libérée</translation>
        </message>
        <message>
            <source>No application has the line open, and the source cannot be told to close it.</source>
            <translation>Aucune application n'a ouvert la ligne, et on ne peut pas dire à la source de la fermer.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CommandPalette</name>
        <message>
            <source>Command palette</source>
            <translation>Palette de commandes</translation>
        </message>
        <message>
            <source>Type some letters of a command</source>
            <translation>Tapez quelques lettres d'une commande</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Commande</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Commandes</translation>
        </message>
        <message>
            <source>No command has these letters.</source>
            <translation>Aucune commande n'a ces lettres.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::CompareDialog</name>
        <message>
            <source>Compare two sources</source>
            <translation>Comparer deux sources</translation>
        </message>
        <message>
            <source>The two traces</source>
            <translation>Les deux traces</translation>
        </message>
        <message>
            <source>Choose a scenario and two sources, then Run: what happened on each stands here side by side.</source>
            <translation>Choisissez un scénario et deux sources, puis Exécuter : ce qui s'est passé sur chacune se trouve ici côte à côte.</translation>
        </message>
        <message>
            <source>Nothing happened on either.</source>
            <translation>Il ne s'est rien passé ni sur l'une ni sur l'autre.</translation>
        </message>
        <message>
            <source>a scenario file</source>
            <translation>un fichier de scénario</translation>
        </message>
        <message>
            <source>the scenario's own provider</source>
            <translation>le fournisseur du scénario</translation>
        </message>
        <message>
            <source>Traces and recordings (*.trace *.jsonl *.json);;All files (*)</source>
            <translation>Traces et enregistrements (*.trace *.jsonl *.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>&amp;Scenario:</source>
            <translation>S&amp;cénario :</translation>
        </message>
        <message>
            <source>Choose a scenario</source>
            <translation>Choisir un scénario</translation>
        </message>
        <message>
            <source>Scenarios (*.scenario.json);;All files (*)</source>
            <translation>Scénarios (*.scenario.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>&amp;Left:</source>
            <translation>À &amp;gauche :</translation>
        </message>
        <message>
            <source>Choose a kept trace or a recording for the left</source>
            <translation>Choisir une trace conservée ou un enregistrement pour la gauche</translation>
        </message>
        <message>
            <source>Ri&amp;ght:</source>
            <translation>À &amp;droite :</translation>
        </message>
        <message>
            <source>Choose a kept trace or a recording for the right</source>
            <translation>Choisir une trace conservée ou un enregistrement pour la droite</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>E&amp;xécuter</translation>
        </message>
        <message>
            <source>&amp;Previous difference</source>
            <translation>Différence &amp;précédente</translation>
        </message>
        <message>
            <source>&amp;Next difference</source>
            <translation>Différence &amp;suivante</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exporter…</translation>
        </message>
        <message>
            <source>Export the comparison</source>
            <translation>Exporter la comparaison</translation>
        </message>
        <message>
            <source>Text (*.txt);;JSON (*.json)</source>
            <translation>Texte (*.txt);;JSON (*.json)</translation>
        </message>
        <message>
            <source>Choose a scenario file first.</source>
            <translation>Choisissez d'abord un fichier de scénario.</translation>
        </message>
        <message>
            <source>There is no file of that name.</source>
            <translation>Il n'y a pas de fichier de ce nom.</translation>
        </message>
        <message>
            <source>%1 could not be reached.</source>
            <translation>%1 n'a pas pu être joint.</translation>
        </message>
        <message>
            <source>Running…</source>
            <translation>En cours…</translation>
        </message>
        <message numerus="yes">
            <source>No difference in %n row(s).</source>
            <translation>
                <numerusform>Aucune différence sur %n rangée.</numerusform>
                <numerusform>Aucune différence sur %n rangées.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s).</source>
            <translation>
                <numerusform>%n différence.</numerusform>
                <numerusform>%n différences.</numerusform>
            </translation>
        </message>
        <message>
            <source>There are too many: a part was compared row by row.</source>
            <translation>Il y en a trop : une partie a été comparée rangée par rangée.</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>Écrit : %1</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 ne peut pas être écrit : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ComparisonModel</name>
        <message>
            <source>same</source>
            <translation>identique</translation>
        </message>
        <message>
            <source>only left</source>
            <translation>seulement à gauche</translation>
        </message>
        <message>
            <source>only right</source>
            <translation>seulement à droite</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>changé</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Différence</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Gauche</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Droite</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConformanceChecks</name>
        <message>
            <source>%1 is not one of the states of a call.</source>
            <translation>%1 n'est pas un état d'appel.</translation>
        </message>
        <message>
            <source>%1 is not among the states that the call's record foresees.</source>
            <translation>%1 n'est pas parmi les états que prévoit l'enregistrement de l'appel.</translation>
        </message>
        <message>
            <source>%1 is unusual as the first state of a call.</source>
            <translation>%1 est inhabituel comme premier état d'un appel.</translation>
        </message>
        <message>
            <source>%1 was reported again, nothing new.</source>
            <translation>%1 a été signalé à nouveau, rien de neuf.</translation>
        </message>
        <message>
            <source>%1 after %2 is unusual.</source>
            <translation>%1 après %2 est inhabituel.</translation>
        </message>
        <message>
            <source>%1 does not go with a call of origin %2.</source>
            <translation>%1 ne va pas avec un appel d'origine %2.</translation>
        </message>
        <message>
            <source>The call went from %1 to IDLE without DISCONNECTED, and nobody here had ended it.</source>
            <translation>L'appel est passé de %1 à IDLE sans DISCONNECTED, et personne ici ne l'avait terminé.</translation>
        </message>
        <message>
            <source>The media mode of the state is not the one of the call's record.</source>
            <translation>Le type de média de l'état n'est pas celui de l'enregistrement de l'appel.</translation>
        </message>
        <message>
            <source>CONFERENCED does not name a conference on the same line.</source>
            <translation>CONFERENCED ne nomme pas une conférence de la même ligne.</translation>
        </message>
        <message>
            <source>%1 was reported without a mode.</source>
            <translation>%1 a été signalé sans mode.</translation>
        </message>
        <message>
            <source>%1 is not a mode of %2.</source>
            <translation>%1 n'est pas un mode de %2.</translation>
        </message>
        <message>
            <source>A call was announced whose media mode nobody has asked for on this line.</source>
            <translation>Un appel a été annoncé, dont personne n'a demandé le type de média sur cette ligne.</translation>
        </message>
        <message>
            <source>The call was offered, but its line did not ring.</source>
            <translation>L'appel a été présenté, mais sa ligne n'a pas sonné.</translation>
        </message>
        <message>
            <source>The name of a call that has just been closed was used again at once.</source>
            <translation>Le nom d'un appel tout juste fermé a été réutilisé aussitôt.</translation>
        </message>
        <message>
            <source>A call that was taken got the name of another call.</source>
            <translation>Un appel repris a reçu le nom d'un autre appel.</translation>
        </message>
        <message>
            <source>A call that could not be made was spoken of.</source>
            <translation>On a parlé d'un appel qui n'a pas pu être fait.</translation>
        </message>
        <message>
            <source>The line rings, but no call is offered on it.</source>
            <translation>La ligne sonne, mais aucun appel n'y est présenté.</translation>
        </message>
        <message>
            <source>A value was set for the call, but the provider has not told that it changed.</source>
            <translation>Une valeur a été posée pour l'appel, mais le fournisseur n'en a pas annoncé le changement.</translation>
        </message>
        <message>
            <source>The generation of digits has not ended.</source>
            <translation>La génération de chiffres n'a pas fini.</translation>
        </message>
        <message>
            <source>The new call has not got a state.</source>
            <translation>Le nouvel appel n'a pas reçu d'état.</translation>
        </message>
        <message>
            <source>The engine has dropped the call, but it is still %1.</source>
            <translation>Le moteur a raccroché l'appel, mais il est toujours %1.</translation>
        </message>
        <message>
            <source>The provider says that the call was dropped, but it is still %1.</source>
            <translation>Le fournisseur dit que l'appel a été raccroché, mais il est toujours %1.</translation>
        </message>
        <message>
            <source>The call was removed from its conference, but it is still CONFERENCED.</source>
            <translation>L'appel a été retiré de sa conférence, mais il est toujours CONFERENCED.</translation>
        </message>
        <message>
            <source>Two calls were swapped, but this one has not reported its new state.</source>
            <translation>Deux appels ont été échangés, mais celui-ci n'a pas signalé son nouvel état.</translation>
        </message>
        <message>
            <source>The call was transferred, but it is still %1.</source>
            <translation>L'appel a été transféré, mais il est toujours %1.</translation>
        </message>
        <message>
            <source>The transfer has ended in a conference, but the call is still %1.</source>
            <translation>Le transfert a fini en conférence, mais l'appel est toujours %1.</translation>
        </message>
        <message>
            <source>Request %1 (%2) was never completed, although its call or line has been closed.</source>
            <translation>La demande %1 (%2) n'a jamais été terminée, alors que son appel ou sa ligne a été fermé.</translation>
        </message>
        <message>
            <source>Request %1 (%2) has not been completed for %3 s.</source>
            <translation>La demande %1 (%2) n'est pas terminée depuis %3 s.</translation>
        </message>
        <message>
            <source>Information about a new call came before its first state.</source>
            <translation>Des informations sur un nouvel appel sont venues avant son premier état.</translation>
        </message>
        <message>
            <source>The record has changed in %1 too, which was not told.</source>
            <translation>L'enregistrement a aussi changé en %1, ce qui n'a pas été annoncé.</translation>
        </message>
        <message>
            <source>A change of the record was told, but there is none.</source>
            <translation>Un changement de l'enregistrement a été annoncé, mais il n'y en a pas.</translation>
        </message>
        <message>
            <source>The origin of the call went from %1 to %2.</source>
            <translation>L'origine de l'appel est passée de %1 à %2.</translation>
        </message>
        <message>
            <source>The reason of the call went from %1 to %2.</source>
            <translation>La raison de l'appel est passée de %1 à %2.</translation>
        </message>
        <message>
            <source>The call went from address %1 to address %2.</source>
            <translation>L'appel est passé de l'adresse %1 à l'adresse %2.</translation>
        </message>
        <message>
            <source>The flags of a party do not say what is known of it: a number, a name, nothing.</source>
            <translation>Les drapeaux d'un correspondant ne disent pas ce qu'on en sait : un numéro, un nom, rien.</translation>
        </message>
        <message>
            <source>The trunk is 0; unknown is 0xFFFFFFFF.</source>
            <translation>Le faisceau est 0 ; inconnu est 0xFFFFFFFF.</translation>
        </message>
        <message>
            <source>Another value was told than the one that was set.</source>
            <translation>Une autre valeur a été annoncée que celle qui a été posée.</translation>
        </message>
        <message>
            <source>The provider closes the line while request %1 is pending.</source>
            <translation>Le fournisseur ferme la ligne alors que la demande %1 est en attente.</translation>
        </message>
        <message>
            <source>The provider has closed the line and goes on to speak of it.</source>
            <translation>Le fournisseur a fermé la ligne et continue d'en parler.</translation>
        </message>
        <message>
            <source>A change of the line was reported, but the line is closed.</source>
            <translation>Un changement de la ligne a été signalé, mais la ligne est fermée.</translation>
        </message>
        <message>
            <source>%1 was reported, but nobody has asked for it.</source>
            <translation>%1 a été signalé, mais personne ne l'a demandé.</translation>
        </message>
        <message>
            <source>The line rings without a ring mode.</source>
            <translation>La ligne sonne sans mode de sonnerie.</translation>
        </message>
        <message>
            <source>The line rings for the time %1; rings are counted from 0 on, each one more.</source>
            <translation>La ligne sonne avec le numéro %1 ; les sonneries sont comptées à partir de 0, une de plus à chaque fois.</translation>
        </message>
        <message>
            <source>A change of an address was reported, but the line is closed.</source>
            <translation>Un changement d'une adresse a été signalé, mais la ligne est fermée.</translation>
        </message>
        <message>
            <source>A request was completed with %1, which is neither success nor an error.</source>
            <translation>Une demande a été terminée par %1, qui n'est ni succès ni erreur.</translation>
        </message>
        <message>
            <source>The line is out of service, but a request on it succeeded.</source>
            <translation>La ligne est hors service, mais une demande y a réussi.</translation>
        </message>
        <message>
            <source>%1 was refused with INVALCALLSTATE in %2, where it is offered.</source>
            <translation>%1 a été refusé par INVALCALLSTATE en %2, où il est offert.</translation>
        </message>
        <message>
            <source>A call was spoken of before the request that makes it was completed.</source>
            <translation>On a parlé d'un appel avant la fin de la demande qui le fait.</translation>
        </message>
        <message>
            <source>lineMakeCall succeeded only after the call had come to PROCEEDING.</source>
            <translation>lineMakeCall n'a réussi qu'après le passage de l'appel à PROCEEDING.</translation>
        </message>
        <message>
            <source>A generation of digits has ended while one that was begun before it goes on.</source>
            <translation>Une génération de chiffres a fini alors qu'une autre, commencée avant elle, continue.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConnectDialog</name>
        <message>
            <source>Connect to Asterisk</source>
            <translation>Se connecter à Asterisk</translation>
        </message>
        <message>
            <source>A new connection</source>
            <translation>Une nouvelle connexion</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Connecter</translation>
        </message>
        <message>
            <source>&amp;User:</source>
            <translation>&amp;Utilisateur :</translation>
        </message>
        <message>
            <source>as in manager.conf</source>
            <translation>comme dans manager.conf</translation>
        </message>
        <message>
            <source>Pass&amp;word:</source>
            <translation>&amp;Mot de passe :</translation>
        </message>
        <message>
            <source>empty: take it from the keyring</source>
            <translation>vide : le prendre dans le trousseau</translation>
        </message>
        <message>
            <source>&amp;Keep the password in the keyring</source>
            <translation>&amp;Garder le mot de passe dans le trousseau</translation>
        </message>
        <message>
            <source>Otherwise it is asked for each time. It is never written into a file.</source>
            <translation>Sinon il est demandé chaque fois. Il n'est jamais écrit dans un fichier.</translation>
        </message>
        <message>
            <source>Show &amp;Local channels</source>
            <translation>Montrer les canaux &amp;Local</translation>
        </message>
        <message>
            <source>Asterisk's internal helper channels, hidden otherwise.</source>
            <translation>Les canaux auxiliaires internes d'Asterisk, cachés sinon.</translation>
        </message>
        <message>
            <source>Off: Linescope only reads, and no command that changes anything leaves it.</source>
            <translation>Décoché : Linescope ne fait que lire, et aucune commande qui change quoi que ce soit n'en sort.</translation>
        </message>
        <message>
            <source>Read-only: Linescope watches and changes nothing.</source>
            <translation>Lecture seule : Linescope regarde et ne change rien.</translation>
        </message>
        <message>
            <source>Allow c&amp;ontrol: make, transfer, park, end calls</source>
            <translation>Permettre le c&amp;ontrôle : lancer, transférer, parquer, terminer des appels</translation>
        </message>
        <message>
            <source>More &amp;options:</source>
            <translation>Autres &amp;options :</translation>
        </message>
        <message>
            <source>As in the address of a source: context=, pickup=, notify=1, events=, ca=. The help about linescopectl explains them.</source>
            <translation>Comme dans l'adresse d'une source : context=, pickup=, notify=1, events=, ca=. L'aide de linescopectl les explique.</translation>
        </message>
        <message>
            <source>manager.con&amp;f…</source>
            <translation>manager.con&amp;f…</translation>
        </message>
        <message>
            <source>What the server needs so that this account can connect, to be copied.</source>
            <translation>Ce qu'il faut au serveur pour que ce compte puisse se connecter, à copier.</translation>
        </message>
        <message>
            <source>T&amp;est</source>
            <translation>T&amp;ester</translation>
        </message>
        <message>
            <source>Logs in, looks what the account may do, and logs off. Nothing is changed.</source>
            <translation>Se connecte, regarde ce que le compte peut faire, et se déconnecte. Rien n'est changé.</translation>
        </message>
        <message>
            <source>P&amp;rofile:</source>
            <translation>P&amp;rofil :</translation>
        </message>
        <message>
            <source>&amp;Save as…</source>
            <translation>&amp;Enregistrer sous…</translation>
        </message>
        <message>
            <source>Keeps what stands in the fields under a name, the password aside.</source>
            <translation>Garde sous un nom ce qui est dans les champs, sauf le mot de passe.</translation>
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation>&amp;Retirer</translation>
        </message>
        <message>
            <source>Removes the profile that is chosen. The password stays in the keyring.</source>
            <translation>Retire le profil choisi. Le mot de passe reste dans le trousseau.</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Save the profile</source>
            <translation>Enregistrer le profil</translation>
        </message>
        <message>
            <source>Name of the profile:</source>
            <translation>Nom du profil :</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importer…</translation>
        </message>
        <message>
            <source>Takes port, user and password from a manager.conf.</source>
            <translation>Prend le port, l'utilisateur et le mot de passe d'un manager.conf.</translation>
        </message>
        <message>
            <source>Replace the profile %1?</source>
            <translation>Remplacer le profil %1 ?</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Remplacer</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConnectWizard</name>
        <message>
            <source>Connect to Asterisk, step by step</source>
            <translation>Se connecter à Asterisk, pas à pas</translation>
        </message>
        <message>
            <source>&amp;Connect</source>
            <translation>&amp;Connecter</translation>
        </message>
        <message>
            <source>Which server?</source>
            <translation>Quel serveur ?</translation>
        </message>
        <message>
            <source>Linescope talks to the Manager Interface (AMI) of Asterisk. It has to be switched on there, in /etc/asterisk/manager.conf: enabled = yes.</source>
            <translation>Linescope parle à l'interface de gestion (AMI) d'Asterisk. Elle doit y être activée, dans /etc/asterisk/manager.conf : enabled = yes.</translation>
        </message>
        <message>
            <source>The server's certificate is verified. Asterisk needs tlsenable = yes in manager.conf; without it, it listens unencrypted at port 5038.</source>
            <translation>Le certificat du serveur est vérifié. Asterisk a besoin de tlsenable = yes dans manager.conf ; sinon, il écoute sans chiffrement sur le port 5038.</translation>
        </message>
        <message>
            <source>Allow c&amp;ontrol: make, transfer, park, end calls</source>
            <translation>Permettre le c&amp;ontrôle : lancer, transférer, parquer, terminer des appels</translation>
        </message>
        <message>
            <source>Which account?</source>
            <translation>Quel compte ?</translation>
        </message>
        <message>
            <source>Give Linescope an account of its own, with no more rights than it needs. If there is one already, type its name and password, or import them.</source>
            <translation>Donnez à Linescope un compte à lui, sans plus de droits qu'il n'en faut. S'il y en a déjà un, tapez son nom et son mot de passe, ou importez-les.</translation>
        </message>
        <message>
            <source>empty: take it from the keyring</source>
            <translation>vide : le prendre dans le trousseau</translation>
        </message>
        <message>
            <source>Off: Linescope only reads, and no command that changes anything leaves it.</source>
            <translation>Décoché : Linescope ne fait que lire, et aucune commande qui change quoi que ce soit n'en sort.</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importer…</translation>
        </message>
        <message>
            <source>Takes port, user and password from a manager.conf.</source>
            <translation>Prend le port, l'utilisateur et le mot de passe d'un manager.conf.</translation>
        </message>
        <message>
            <source>In&amp;vent one</source>
            <translation>En in&amp;venter un</translation>
        </message>
        <message>
            <source>A long random password for a new account. It is in the text below.</source>
            <translation>Un long mot de passe au hasard pour un nouveau compte. Il est dans le texte ci-dessous.</translation>
        </message>
        <message>
            <source>Cop&amp;y</source>
            <translation>Cop&amp;ier</translation>
        </message>
        <message>
            <source>&amp;User:</source>
            <translation>&amp;Utilisateur :</translation>
        </message>
        <message>
            <source>Pass&amp;word:</source>
            <translation>&amp;Mot de passe :</translation>
        </message>
        <message>
            <source>For manager.conf</source>
            <translation>Pour manager.conf</translation>
        </message>
        <message>
            <source>A new account: add this to /etc/asterisk/manager.conf on the server, permit the address of this machine, and run there: asterisk -rx 'manager reload'</source>
            <translation>Un nouveau compte : ajoutez ceci à /etc/asterisk/manager.conf sur le serveur, autorisez l'adresse de cette machine, et lancez-y : asterisk -rx 'manager reload'</translation>
        </message>
        <message>
            <source>Read-only: Linescope watches and changes nothing.</source>
            <translation>Lecture seule : Linescope regarde et ne change rien.</translation>
        </message>
        <message>
            <source>Test a&amp;gain</source>
            <translation>Tester de &amp;nouveau</translation>
        </message>
        <message>
            <source>&amp;Keep the password in the keyring</source>
            <translation>&amp;Garder le mot de passe dans le trousseau</translation>
        </message>
        <message>
            <source>&amp;Save as a profile:</source>
            <translation>En&amp;registrer comme profil :</translation>
        </message>
        <message>
            <source>Does it work?</source>
            <translation>Est-ce que cela marche ?</translation>
        </message>
        <message>
            <source>Linescope logs in, looks what the account may do, and logs off. Nothing is changed.</source>
            <translation>Linescope ouvre une session, regarde ce que le compte a le droit de faire, et la ferme. Rien n'est changé.</translation>
        </message>
        <message>
            <source>Name of the profile</source>
            <translation>Nom du profil</translation>
        </message>
        <message>
            <source>Otherwise it is asked for each time. It is never written into a file.</source>
            <translation>Sinon il est demandé chaque fois. Il n'est jamais écrit dans un fichier.</translation>
        </message>
        <message>
            <source>Connect: every line of the server appears in the window.</source>
            <translation>Connectez : chaque ligne du serveur apparaît dans la fenêtre.</translation>
        </message>
        <message>
            <source>Go back and change what is wrong, or connect all the same: Linescope tries again and again.</source>
            <translation>Revenez en arrière pour changer ce qui ne va pas, ou connectez quand même : Linescope essaie encore et encore.</translation>
        </message>
        <message>
            <source>A new account cannot have this name; the text has another one.</source>
            <translation>Un nouveau compte ne peut pas avoir ce nom ; le texte en a un autre.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConnectionTest</name>
        <message numerus="yes">
            <source>The server answers, but not to the end: %n question(s) are open after 20 s.</source>
            <translation>
                <numerusform>Le serveur répond, mais pas jusqu'au bout : %n question reste ouverte après 20 s.</numerusform>
                <numerusform>Le serveur répond, mais pas jusqu'au bout : %n questions restent ouvertes après 20 s.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There are %n line(s)</source>
            <translation>
                <numerusform>Il y a %n ligne</numerusform>
                <numerusform>Il y a %n lignes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n channel(s) now.</source>
            <translation>
                <numerusform>%n canal en ce moment.</numerusform>
                <numerusform>%n canaux en ce moment.</numerusform>
            </translation>
        </message>
        <message>
            <source>The account may do all that control of calls needs.</source>
            <translation>Le compte peut faire tout ce que demande la commande des appels.</translation>
        </message>
        <message>
            <source>The account may not use %1: its section of manager.conf needs in write: %2.</source>
            <translation>Le compte ne peut pas utiliser %1 : sa section de manager.conf doit avoir dans write : %2.</translation>
        </message>
        <message>
            <source>The server does not say what the account may do.</source>
            <translation>Le serveur ne dit pas ce que le compte peut faire.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConnectionTrial</name>
        <message>
            <source>Testing…</source>
            <translation>Essai en cours…</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConsoleHistory</name>
        <message>
            <source>waiting</source>
            <translation>en attente</translation>
        </message>
        <message>
            <source>success</source>
            <translation>réussite</translation>
        </message>
        <message numerus="yes">
            <source>%n success(es)</source>
            <translation>
                <numerusform>%n réussite</numerusform>
                <numerusform>%n réussites</numerusform>
            </translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>pas encore</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Fonction</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numéro</translation>
        </message>
        <message>
            <source>LINE_REPLY</source>
            <translation>LINE_REPLY</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConsolePanel</name>
        <message>
            <source>An application is A1, 0x10000001, or nothing.</source>
            <translation>Une application s'écrit A1, 0x10000001 ou rien.</translation>
        </message>
        <message>
            <source>LINE_REPLY: %1</source>
            <translation>LINE_REPLY : %1</translation>
        </message>
        <message>
            <source>Save as scenario</source>
            <translation>Enregistrer comme scénario</translation>
        </message>
        <message>
            <source>Scenarios (*.scenario.json);;All files (*)</source>
            <translation>Scénarios (*.scenario.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>A session at the test console</source>
            <translation>Une session à la console de test</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 ne peut pas être écrit : %2</translation>
        </message>
        <message>
            <source>The scenario is in %1.</source>
            <translation>Le scénario est dans %1.</translation>
        </message>
        <message>
            <source>Not all of the session could be written. %1</source>
            <translation>La session n'a pas pu être écrite en entier. %1</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>A1, 0x10000001 or empty</source>
            <translation>A1, 0x10000001 ou vide</translation>
        </message>
        <message>
            <source>&amp;As:</source>
            <translation>&amp;Au nom de :</translation>
        </message>
        <message>
            <source>&amp;New…</source>
            <translation>&amp;Nouvelle…</translation>
        </message>
        <message>
            <source>Start a virtual application with its own API version, media and habits.</source>
            <translation>Démarrer une application virtuelle avec sa version d'API, ses médias et ses habitudes.</translation>
        </message>
        <message>
            <source>&amp;End</source>
            <translation>&amp;Terminer</translation>
        </message>
        <message>
            <source>Shut this application down.</source>
            <translation>Arrêter cette application.</translation>
        </message>
        <message>
            <source> ×</source>
            <translation> ×</translation>
        </message>
        <message>
            <source>How many times</source>
            <translation>Combien de fois</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>&amp;Exécuter</translation>
        </message>
        <message>
            <source>Call the function as this application.</source>
            <translation>Appeler la fonction au nom de cette application.</translation>
        </message>
        <message>
            <source>What was called</source>
            <translation>Ce qui a été appelé</translation>
        </message>
        <message>
            <source>Nothing has been called yet. Choose an application and a function, then Run.</source>
            <translation>Rien n'a encore été appelé. Choisissez une application et une fonction, puis Exécuter.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>The result of the chosen call.</source>
            <translation>Le résultat de l'appel choisi.</translation>
        </message>
        <message>
            <source>Run a&amp;gain</source>
            <translation>Exécuter à no&amp;uveau</translation>
        </message>
        <message>
            <source>Call the chosen function once more with the same arguments.</source>
            <translation>Appeler encore une fois la fonction choisie avec les mêmes arguments.</translation>
        </message>
        <message>
            <source>Save as &amp;scenario…</source>
            <translation>Enregistrer comme &amp;scénario…</translation>
        </message>
        <message>
            <source>Write the whole session as a scenario file: what was called, what the providers reported, and what came of it as what is expected.</source>
            <translation>Écrire toute la session dans un fichier de scénario : ce qui a été appelé, ce que les fournisseurs ont signalé, et ce qui en est résulté comme ce qui est attendu.</translation>
        </message>
        <message>
            <source>You look at the past: nothing can be done there. Go back to live first.</source>
            <translation>Vous regardez le passé : rien ne peut y être fait. Revenez d'abord au direct.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::DoubtWords</name>
        <message>
            <source>The call was there before its source was connected: who called whom, why, and what happened before is not known for certain.</source>
            <translation>L'appel était là avant la connexion de sa source : qui a appelé qui, pourquoi, et ce qui s'est passé avant n'est pas connu avec certitude.</translation>
        </message>
        <message>
            <source>Nobody said who holds the call; the state of a device let it be concluded.</source>
            <translation>Personne n'a dit qui met l'appel en attente ; l'état d'un appareil a permis de le conclure.</translation>
        </message>
        <message>
            <source>The call ended while the connection was away: nobody saw when and why.</source>
            <translation>L'appel s'est terminé pendant que la connexion était perdue : personne n'a vu quand ni pourquoi.</translation>
        </message>
        <message>
            <source>The source gave no cause that says how the call ended.</source>
            <translation>La source n'a donné aucune cause qui dise comment l'appel s'est terminé.</translation>
        </message>
        <message>
            <source>the telephone of this call</source>
            <translation>le téléphone de cet appel</translation>
        </message>
        <message>
            <source>the other side</source>
            <translation>l'autre côté</translation>
        </message>
        <message>
            <source>an application (lineDrop)</source>
            <translation>une application (lineDrop)</translation>
        </message>
    </context>
    <context>
        <name>Linescope::EngineSwitches</name>
        <message>
            <source>"%1" is no switch of the engine. There are: %2.</source>
            <translation>« %1 » n'est pas un réglage du moteur. Il y a : %2.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ErrorWords</name>
        <message>
            <source>There is no line of that number.</source>
            <translation>Il n'y a pas de ligne de ce numéro.</translation>
        </message>
        <message>
            <source>The line has no free call to give.</source>
            <translation>La ligne n'a plus d'appel libre à donner.</translation>
        </message>
        <message>
            <source>Application and line have no API version in common.</source>
            <translation>L'application et la ligne n'ont aucune version d'API en commun.</translation>
        </message>
        <message>
            <source>The number cannot be dialled.</source>
            <translation>Le numéro ne peut pas être composé.</translation>
        </message>
        <message>
            <source>The line has no address of that number.</source>
            <translation>La ligne n'a pas d'adresse de ce numéro.</translation>
        </message>
        <message>
            <source>No application has that handle: it never was, or it has shut down.</source>
            <translation>Aucune application n'a cette poignée : elle n'a jamais existé, ou elle s'est arrêtée.</translation>
        </message>
        <message>
            <source>The handle is none of this application's: it is void, foreign, or never was.</source>
            <translation>La poignée n'est pas à cette application : elle est nulle, à une autre, ou n'a jamais existé.</translation>
        </message>
        <message>
            <source>The privilege is neither OWNER nor MONITOR.</source>
            <translation>Le privilège n'est ni OWNER ni MONITOR.</translation>
        </message>
        <message>
            <source>The state of the call does not allow this.</source>
            <translation>L'état de l'appel ne le permet pas.</translation>
        </message>
        <message>
            <source>The handle is no conference's.</source>
            <translation>La poignée n'est pas celle d'une conférence.</translation>
        </message>
        <message>
            <source>The handle is no consultation call's.</source>
            <translation>La poignée n'est pas celle d'un appel de consultation.</translation>
        </message>
        <message>
            <source>The digits hold a character that is none.</source>
            <translation>Les chiffres contiennent un caractère qui n'en est pas un.</translation>
        </message>
        <message>
            <source>The handle is no line that this application has open.</source>
            <translation>La poignée n'est pas celle d'une ligne que cette application a ouverte.</translation>
        </message>
        <message>
            <source>The state of the line does not allow this.</source>
            <translation>L'état de la ligne ne le permet pas.</translation>
        </message>
        <message>
            <source>The media mode does not fit.</source>
            <translation>Le mode de média ne convient pas.</translation>
        </message>
        <message>
            <source>An argument is out of its range.</source>
            <translation>Un argument est hors de ses limites.</translation>
        </message>
        <message>
            <source>The privileges do not go together, or there are none.</source>
            <translation>Les privilèges ne vont pas ensemble, ou il n'y en a pas.</translation>
        </message>
        <message>
            <source>The call belongs to no conference.</source>
            <translation>L'appel n'appartient à aucune conférence.</translation>
        </message>
        <message>
            <source>The line has been removed.</source>
            <translation>La ligne a été supprimée.</translation>
        </message>
        <message>
            <source>There is not enough memory.</source>
            <translation>Il n'y a pas assez de mémoire.</translation>
        </message>
        <message>
            <source>Only an owner of the call may do this.</source>
            <translation>Seul un propriétaire de l'appel peut le faire.</translation>
        </message>
        <message>
            <source>The provider tried and failed, without a better reason.</source>
            <translation>Le fournisseur a essayé et échoué, sans meilleure raison.</translation>
        </message>
        <message>
            <source>The provider cannot do this at all.</source>
            <translation>Le fournisseur ne sait pas le faire du tout.</translation>
        </message>
        <message>
            <source>Something that is needed is not free now.</source>
            <translation>Quelque chose de nécessaire n'est pas libre en ce moment.</translation>
        </message>
        <message>
            <source>No application is there that would take the call.</source>
            <translation>Aucune application n'est là pour prendre l'appel.</translation>
        </message>
        <message>
            <source>No application has called lineInitializeEx yet.</source>
            <translation>Aucune application n'a encore appelé lineInitializeEx.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ExportDialog</name>
        <message>
            <source>Cells exactly as they are. Do not open such a file in a spreadsheet: a caller's name can be a formula.</source>
            <translation>Les cellules telles quelles. N'ouvrez pas un tel fichier dans un tableur : le nom d'un appelant peut être une formule.</translation>
        </message>
        <message>
            <source>%1×</source>
            <translation>%1×</translation>
        </message>
        <message>
            <source>&amp;Cells:</source>
            <translation>&amp;Cellules :</translation>
        </message>
        <message>
            <source>&amp;Format:</source>
            <translation>&amp;Format :</translation>
        </message>
        <message>
            <source>&amp;Mask numbers and names of people</source>
            <translation>&amp;Masquer les numéros et les noms des personnes</translation>
        </message>
        <message>
            <source>&amp;Rows:</source>
            <translation>&amp;Rangées :</translation>
        </message>
        <message>
            <source>&amp;Save as…</source>
            <translation>&amp;Enregistrer sous…</translation>
        </message>
        <message>
            <source>&amp;Size:</source>
            <translation>&amp;Taille :</translation>
        </message>
        <message>
            <source>A picture shows what is on screen. Numbers and names in it are not masked.</source>
            <translation>Une image montre ce qui est à l'écran. Les numéros et les noms n'y sont pas masqués.</translation>
        </message>
        <message numerus="yes">
            <source>All %n row(s)</source>
            <translation>
                <numerusform>%n rangée</numerusform>
                <numerusform>Les %n rangées</numerusform>
            </translation>
        </message>
        <message>
            <source>An apostrophe goes before every cell that a spreadsheet could take for a formula, telephone numbers with + among them.</source>
            <translation>Une apostrophe précède toute cellule qu'un tableur pourrait prendre pour une formule, y compris les numéros commençant par +.</translation>
        </message>
        <message>
            <source>CSV, for spreadsheets</source>
            <translation>CSV, pour les tableurs</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exporter</translation>
        </message>
        <message>
            <source>JSON, for programs</source>
            <translation>JSON, pour les programmes</translation>
        </message>
        <message>
            <source>PDF document</source>
            <translation>Document PDF</translation>
        </message>
        <message>
            <source>PNG picture</source>
            <translation>Image PNG</translation>
        </message>
        <message>
            <source>Raw</source>
            <translation>Brutes</translation>
        </message>
        <message>
            <source>SVG picture</source>
            <translation>Image SVG</translation>
        </message>
        <message>
            <source>Safe in spreadsheets</source>
            <translation>Sûres dans un tableur</translation>
        </message>
        <message numerus="yes">
            <source>The %n selected row(s)</source>
            <translation>
                <numerusform>%n rangée choisie</numerusform>
                <numerusform>Les %n rangées choisies</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Exporter</name>
        <message>
            <source>Export</source>
            <translation>Exporter</translation>
        </message>
        <message>
            <source>Exported to %1.</source>
            <translation>Exporté dans %1.</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimer</translation>
        </message>
        <message>
            <source>The picture is on the clipboard, its words with it.</source>
            <translation>L'image est dans le presse-papiers, et sa description avec elle.</translation>
        </message>
        <message>
            <source>There is no picture to copy here.</source>
            <translation>Il n'y a pas d'image à copier ici.</translation>
        </message>
        <message>
            <source>There is nothing to export here.</source>
            <translation>Il n'y a rien à exporter ici.</translation>
        </message>
        <message>
            <source>There is nothing to print here.</source>
            <translation>Il n'y a rien à imprimer ici.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FaultBar</name>
        <message>
            <source>Change…</source>
            <translation>Modifier…</translation>
        </message>
        <message>
            <source>Change the faults</source>
            <translation>Modifier les pannes</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Inject no more faults</source>
            <translation>Ne plus injecter de pannes</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FaultStream</name>
        <message>
            <source>answered with LINEERR_NOMEM: %1</source>
            <translation>répondu par LINEERR_NOMEM : %1</translation>
        </message>
        <message>
            <source>LINE_CLOSE for every open line (%1)</source>
            <translation>LINE_CLOSE pour chaque ligne ouverte (%1)</translation>
        </message>
        <message>
            <source>injected: every line is closed at once</source>
            <translation>injecté : toutes les lignes sont fermées à la fois</translation>
        </message>
        <message>
            <source>injected: the provider fails</source>
            <translation>injecté : le fournisseur tombe en panne</translation>
        </message>
        <message>
            <source>nothing for %1, beginning with: %2</source>
            <translation>rien pendant %1, à commencer par : %2</translation>
        </message>
        <message>
            <source>sent twice: %1</source>
            <translation>envoyé deux fois : %1</translation>
        </message>
        <message>
            <source>answered with a NULL handle: %1</source>
            <translation>répondu par une poignée NULL : %1</translation>
        </message>
        <message>
            <source>never sent: %1</source>
            <translation>jamais envoyé : %1</translation>
        </message>
        <message>
            <source>dropped: %1</source>
            <translation>supprimé : %1</translation>
        </message>
        <message>
            <source>changed to %1: %2</source>
            <translation>changé en %1 : %2</translation>
        </message>
        <message>
            <source>delayed by %1: %2</source>
            <translation>retardé de %1 : %2</translation>
        </message>
        <message>
            <source>sent after what follows: %1</source>
            <translation>envoyé après ce qui suit : %1</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FaultWords</name>
        <message>
            <source>Late reports</source>
            <translation>Rapports en retard</translation>
        </message>
        <message>
            <source>What the provider reports comes later; others may overtake it.</source>
            <translation>Ce que rapporte le fournisseur arrive plus tard ; d'autres rapports peuvent le doubler.</translation>
        </message>
        <message>
            <source>Lost reports</source>
            <translation>Rapports perdus</translation>
        </message>
        <message>
            <source>What the provider reports never comes.</source>
            <translation>Ce que rapporte le fournisseur n'arrive jamais.</translation>
        </message>
        <message>
            <source>Doubled reports</source>
            <translation>Rapports en double</translation>
        </message>
        <message>
            <source>What the provider reports comes twice.</source>
            <translation>Ce que rapporte le fournisseur arrive deux fois.</translation>
        </message>
        <message>
            <source>Reports out of order</source>
            <translation>Rapports en désordre</translation>
        </message>
        <message>
            <source>A report comes after the one that follows it.</source>
            <translation>Un rapport arrive après celui qui le suit.</translation>
        </message>
        <message>
            <source>Slow completions</source>
            <translation>Achèvements lents</translation>
        </message>
        <message>
            <source>Requests are completed late (V-11).</source>
            <translation>Les demandes s'achèvent en retard (V-11).</translation>
        </message>
        <message>
            <source>Missing completions</source>
            <translation>Achèvements manquants</translation>
        </message>
        <message>
            <source>Requests are never completed (V-1).</source>
            <translation>Les demandes ne s'achèvent jamais (V-1).</translation>
        </message>
        <message>
            <source>Wrong states</source>
            <translation>États faux</translation>
        </message>
        <message>
            <source>LINE_CALLSTATE tells of another state than the call has.</source>
            <translation>LINE_CALLSTATE annonce un autre état que celui de l'appel.</translation>
        </message>
        <message>
            <source>LINE_CLOSE storm</source>
            <translation>Tempête de LINE_CLOSE</translation>
        </message>
        <message>
            <source>LINE_CLOSE comes for every open line at once.</source>
            <translation>LINE_CLOSE arrive pour toutes les lignes ouvertes à la fois.</translation>
        </message>
        <message>
            <source>Silence</source>
            <translation>Silence</translation>
        </message>
        <message>
            <source>Nothing comes for a while, and then all of it.</source>
            <translation>Rien n'arrive pendant un moment, puis tout d'un coup.</translation>
        </message>
        <message>
            <source>Provider dies</source>
            <translation>Mort du fournisseur</translation>
        </message>
        <message>
            <source>The provider fails as if it had crashed; it is started again.</source>
            <translation>Le fournisseur échoue comme s'il avait planté ; il est relancé.</translation>
        </message>
        <message>
            <source>Refused calls</source>
            <translation>Appels refusés</translation>
        </message>
        <message>
            <source>LINE_NEWCALL gets a NULL handle back (V-26).</source>
            <translation>LINE_NEWCALL reçoit en retour une poignée NULL (V-26).</translation>
        </message>
        <message>
            <source>No memory</source>
            <translation>Mémoire épuisée</translation>
        </message>
        <message>
            <source>Requests end with LINEERR_NOMEM and never reach the provider.</source>
            <translation>Les demandes finissent par LINEERR_NOMEM et n'atteignent jamais le fournisseur.</translation>
        </message>
        <message>
            <source>%1 %</source>
            <comment>a chance</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>by %1 s</source>
            <comment>how late</comment>
            <translation>de %1 s</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <comment>how often</comment>
            <translation>
                <numerusform>%n fois</numerusform>
                <numerusform>%n fois</numerusform>
            </translation>
        </message>
        <message>
            <source>on %1</source>
            <comment>a line</comment>
            <translation>sur %1</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Faults</name>
        <message>
            <source>“%1” is no fault; there are %2.</source>
            <translation>« %1 » n'est pas une panne ; il y a %2.</translation>
        </message>
        <message>
            <source>“%1” in the fault “%2” is neither a chance (0.1), nor a time (250ms), nor how many times (x3), nor a line (line2).</source>
            <translation>« %1 » dans la panne « %2 » n'est ni une probabilité (0.1), ni une durée (250ms), ni un nombre de fois (x3), ni une ligne (line2).</translation>
        </message>
        <message>
            <source>“%1” in the fault “%2” says again what has been said.</source>
            <translation>« %1 » dans la panne « %2 » répète ce qui a été dit.</translation>
        </message>
        <message>
            <source>“%1” in the fault “%2”: delay, slowCompletion and stall take a time, of one hour at most.</source>
            <translation>« %1 » dans la panne « %2 » : delay, slowCompletion et stall acceptent une durée, d'une heure au plus.</translation>
        </message>
        <message>
            <source>There can be %1 faults at most.</source>
            <translation>Il peut y avoir %1 pannes au plus.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FaultsDialog</name>
        <message>
            <source>Inject faults</source>
            <translation>Injecter des pannes</translation>
        </message>
        <message>
            <source>What is to go wrong between %1 and the engine. Each fault that happens is told in the message log.</source>
            <translation>Ce qui doit mal se passer entre %1 et le moteur. Chaque panne qui frappe est notée dans le journal des messages.</translation>
        </message>
        <message>
            <source>Fill in:</source>
            <translation>Remplir :</translation>
        </message>
        <message>
            <source>&amp;Lossy</source>
            <translation>Avec &amp;pertes</translation>
        </message>
        <message>
            <source>Reports and completions are lost, doubled and out of order now and then.</source>
            <translation>De temps en temps, des rapports et des achèvements se perdent, se doublent ou se désordonnent.</translation>
        </message>
        <message>
            <source>&amp;Slow</source>
            <translation>&amp;Lent</translation>
        </message>
        <message>
            <source>Reports and completions are late; sometimes nothing comes for a while.</source>
            <translation>Rapports et achèvements sont en retard ; parfois rien n'arrive pendant un moment.</translation>
        </message>
        <message>
            <source>&amp;Twelve faults</source>
            <translation>&amp;Douze pannes</translation>
        </message>
        <message>
            <source>One of each kind.</source>
            <translation>Une de chaque sorte.</translation>
        </message>
        <message>
            <source>Fault</source>
            <translation>Panne</translation>
        </message>
        <message>
            <source>Chance</source>
            <translation>Probabilité</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>Combien de fois</translation>
        </message>
        <message>
            <source>How late</source>
            <translation>Retard</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>%1: chance in percent</source>
            <translation>%1 : probabilité en pour cent</translation>
        </message>
        <message>
            <source>without end</source>
            <translation>sans fin</translation>
        </message>
        <message>
            <source> ×</source>
            <comment>how many times</comment>
            <translation> ×</translation>
        </message>
        <message>
            <source>%1: how often</source>
            <translation>%1 : combien de fois</translation>
        </message>
        <message>
            <source> s</source>
            <comment>seconds</comment>
            <translation> s</translation>
        </message>
        <message>
            <source>%1: how late</source>
            <translation>%1 : retard</translation>
        </message>
        <message>
            <source>all lines</source>
            <translation>toutes les lignes</translation>
        </message>
        <message>
            <source>%1: line</source>
            <translation>%1 : ligne</translation>
        </message>
        <message>
            <source>&amp;Apply</source>
            <translation>&amp;Appliquer</translation>
        </message>
        <message>
            <source>&amp;Clear all</source>
            <translation>&amp;Tout effacer</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FieldMeanings</name>
        <message>
            <source>The asking application's own open of the line, the HLINE under which it holds this call.</source>
            <translation>L'ouverture de la ligne par l'application qui demande : le HLINE sous lequel elle tient cet appel.</translation>
        </message>
        <message>
            <source>The number of the line device, as lineOpen takes it.</source>
            <translation>Le numéro de l'équipement de ligne, tel que lineOpen le prend.</translation>
        </message>
        <message>
            <source>The address on the line that the call uses; 0 is the first.</source>
            <translation>L'adresse de la ligne utilisée par l'appel ; 0 est la première.</translation>
        </message>
        <message>
            <source>The kind of channel the network provides for the call.</source>
            <translation>Le type de canal que le réseau fournit à l'appel.</translation>
        </message>
        <message>
            <source>The rate of the data stream in bits per second.</source>
            <translation>Le débit du flux de données en bits par seconde.</translation>
        </message>
        <message>
            <source>What flows on the call: voice, fax, data. The owner may set it.</source>
            <translation>Ce qui circule sur l'appel : voix, télécopie, données. Le propriétaire peut le fixer.</translation>
        </message>
        <message>
            <source>A number that the owner sets with lineSetAppSpecific; TAPI does not read it.</source>
            <translation>Un nombre fixé par le propriétaire avec lineSetAppSpecific ; TAPI ne l'interprète pas.</translation>
        </message>
        <message>
            <source>The number that the switch or the provider has for the call.</source>
            <translation>Le numéro que le commutateur ou le fournisseur donne à l'appel.</translation>
        </message>
        <message>
            <source>The switch's number of the call to which this one is related.</source>
            <translation>Le numéro, chez le commutateur, de l'appel auquel celui-ci est lié.</translation>
        </message>
        <message>
            <source>Special wishes with which the call was set up, such as secure or caller blocked.</source>
            <translation>Les souhaits particuliers à l'établissement, par exemple sécurisé ou numéro masqué.</translation>
        </message>
        <message>
            <source>All the states that this call can reach.</source>
            <translation>Tous les états que cet appel peut atteindre.</translation>
        </message>
        <message>
            <source>For which kinds of digits the asking application listens.</source>
            <translation>Les types de chiffres que l'application écoute.</translation>
        </message>
        <message>
            <source>For which media the asking application listens.</source>
            <translation>Les médias que l'application écoute.</translation>
        </message>
        <message>
            <source>The length of a comma in the dial string, in milliseconds.</source>
            <translation>La durée d'une virgule dans la chaîne de numérotation, en millisecondes.</translation>
        </message>
        <message>
            <source>The time between two digits when dialling, in milliseconds.</source>
            <translation>Le temps entre deux chiffres à la numérotation, en millisecondes.</translation>
        </message>
        <message>
            <source>How long each digit sounds when dialling, in milliseconds.</source>
            <translation>La durée de chaque chiffre à la numérotation, en millisecondes.</translation>
        </message>
        <message>
            <source>The longest wait for a dial tone, in milliseconds.</source>
            <translation>L'attente maximale de la tonalité, en millisecondes.</translation>
        </message>
        <message>
            <source>Where the call comes from: outbound, inbound, internal, external, conference.</source>
            <translation>D'où vient l'appel : sortant, entrant, interne, externe, conférence.</translation>
        </message>
        <message>
            <source>Why the call is here: dialled directly, forwarded, transferred, picked up.</source>
            <translation>Pourquoi l'appel est là : direct, renvoyé, transféré, intercepté.</translation>
        </message>
        <message>
            <source>Which call completion request brought this call.</source>
            <translation>La demande de rappel automatique qui a amené cet appel.</translation>
        </message>
        <message>
            <source>How many handles with owner privilege the call has.</source>
            <translation>Le nombre de poignées de l'appel avec le privilège de propriétaire.</translation>
        </message>
        <message>
            <source>How many handles with monitor privilege the call has.</source>
            <translation>Le nombre de poignées de l'appel avec le privilège d'observateur.</translation>
        </message>
        <message>
            <source>The country code of the destination; 0 if it is not known.</source>
            <translation>L'indicatif du pays appelé ; 0 s'il n'est pas connu.</translation>
        </message>
        <message>
            <source>The number of the trunk on which the call runs; 0xFFFFFFFF if it is not known.</source>
            <translation>Le numéro du faisceau emprunté par l'appel ; 0xFFFFFFFF s'il n'est pas connu.</translation>
        </message>
        <message>
            <source>What is known of the caller: a name, a number, or that they are blocked.</source>
            <translation>Ce qu'on sait de l'appelant : un nom, un numéro, ou qu'ils sont masqués.</translation>
        </message>
        <message>
            <source>The number of who called.</source>
            <translation>Le numéro de l'appelant.</translation>
        </message>
        <message>
            <source>The name of who called, as the network gave it.</source>
            <translation>Le nom de l'appelant, tel que le réseau l'a donné.</translation>
        </message>
        <message>
            <source>What is known of the party that was called first.</source>
            <translation>Ce qu'on sait du correspondant appelé à l'origine.</translation>
        </message>
        <message>
            <source>The number that was called first, before any forwarding.</source>
            <translation>Le numéro appelé à l'origine, avant tout renvoi.</translation>
        </message>
        <message>
            <source>The name of the party that was called first.</source>
            <translation>Le nom du correspondant appelé à l'origine.</translation>
        </message>
        <message>
            <source>What is known of the party that was reached.</source>
            <translation>Ce qu'on sait du correspondant joint.</translation>
        </message>
        <message>
            <source>The number that was reached in the end.</source>
            <translation>Le numéro finalement joint.</translation>
        </message>
        <message>
            <source>The name of the party that was reached in the end.</source>
            <translation>Le nom du correspondant finalement joint.</translation>
        </message>
        <message>
            <source>What is known of the party to which the call was sent on.</source>
            <translation>Ce qu'on sait du correspondant vers qui l'appel a été renvoyé.</translation>
        </message>
        <message>
            <source>The number to which the call was sent on.</source>
            <translation>Le numéro vers lequel l'appel a été renvoyé.</translation>
        </message>
        <message>
            <source>The name of the party to which the call was sent on.</source>
            <translation>Le nom du correspondant vers qui l'appel a été renvoyé.</translation>
        </message>
        <message>
            <source>What is known of the party that sent the call on.</source>
            <translation>Ce qu'on sait de celui qui a renvoyé l'appel.</translation>
        </message>
        <message>
            <source>The number that sent the call on.</source>
            <translation>Le numéro qui a renvoyé l'appel.</translation>
        </message>
        <message>
            <source>The name of the party that sent the call on.</source>
            <translation>Le nom de celui qui a renvoyé l'appel.</translation>
        </message>
        <message>
            <source>The application that first made, accepted or answered the call.</source>
            <translation>L'application qui la première a passé, accepté ou pris l'appel.</translation>
        </message>
        <message>
            <source>The dialled number in a form for logs and screens, as the application gave it.</source>
            <translation>Le numéro composé sous une forme lisible, telle que l'application l'a donnée.</translation>
        </message>
        <message>
            <source>Who was called, in the application's words.</source>
            <translation>Qui a été appelé, selon l'application.</translation>
        </message>
        <message>
            <source>A comment the application gave when it made the call.</source>
            <translation>Un commentaire donné par l'application en passant l'appel.</translation>
        </message>
        <message>
            <source>Raw data for the display of the telephone.</source>
            <translation>Données brutes pour l'afficheur du téléphone.</translation>
        </message>
        <message>
            <source>User-user information sent along by the network.</source>
            <translation>Informations d'usager à usager transmises par le réseau.</translation>
        </message>
        <message>
            <source>High-level compatibility of an ISDN call (Q.931).</source>
            <translation>Compatibilité de couche haute d'un appel RNIS (Q.931).</translation>
        </message>
        <message>
            <source>Low-level compatibility of an ISDN call (Q.931).</source>
            <translation>Compatibilité de couche basse d'un appel RNIS (Q.931).</translation>
        </message>
        <message>
            <source>What the network says about the price of the call.</source>
            <translation>Ce que le réseau dit du prix de l'appel.</translation>
        </message>
        <message>
            <source>Which sounds and events go to which terminal.</source>
            <translation>Quels sons et événements vont à quel terminal.</translation>
        </message>
        <message>
            <source>Data in a format of the provider's own.</source>
            <translation>Données dans un format propre au fournisseur.</translation>
        </message>
        <message>
            <source>What a waiting caller hears: silence, ringback, busy, music.</source>
            <translation>Ce qu'entend l'appelant en attente : silence, retour d'appel, occupation, musique.</translation>
        </message>
        <message>
            <source>Data set by an application that travels with the call.</source>
            <translation>Données posées par une application, qui voyagent avec l'appel.</translation>
        </message>
        <message>
            <source>The quality of service asked for in the direction of sending.</source>
            <translation>La qualité de service demandée à l'émission.</translation>
        </message>
        <message>
            <source>The quality of service asked for in the direction of receiving.</source>
            <translation>La qualité de service demandée à la réception.</translation>
        </message>
        <message>
            <source>Why the call ended, as a number of Q.850. Not a member of TAPI: the source told it.</source>
            <translation>La raison de la fin de l'appel, un nombre de Q.850. N'est pas un membre de TAPI : la source l'a donnée.</translation>
        </message>
        <message>
            <source>The source's own name of the call. Not a member of TAPI.</source>
            <translation>Le nom de l'appel chez la source. N'est pas un membre de TAPI.</translation>
        </message>
        <message>
            <source>What the calls that belong together have in common. Not a member of TAPI.</source>
            <translation>Ce que partagent les appels qui vont ensemble. N'est pas un membre de TAPI.</translation>
        </message>
        <message>
            <source>The source's own name of this leg. Not a member of TAPI.</source>
            <translation>Le nom de cette branche chez la source. N'est pas un membre de TAPI.</translation>
        </message>
        <message>
            <source>The state the call is in.</source>
            <translation>L'état de l'appel.</translation>
        </message>
        <message>
            <source>What kind of that state it is, such as the reason of a disconnect; 0 once the call is IDLE.</source>
            <translation>La variante de cet état, par exemple la raison d'une déconnexion ; 0 une fois l'appel IDLE.</translation>
        </message>
        <message>
            <source>The privilege of this handle: an owner may control the call, a monitor only watch it.</source>
            <translation>Le privilège de cette poignée : un propriétaire peut commander l'appel, un observateur seulement le suivre.</translation>
        </message>
        <message>
            <source>What the holder of this handle may do with the call right now.</source>
            <translation>Ce que le détenteur de cette poignée peut faire de l'appel maintenant.</translation>
        </message>
        <message>
            <source>How some of these operations can be done: kinds of transfer, of parking, of call completion.</source>
            <translation>Comment certaines de ces opérations se font : types de transfert, de parcage, de rappel.</translation>
        </message>
        <message>
            <source>Data about the state in a format of the provider's own.</source>
            <translation>Données sur l'état dans un format propre au fournisseur.</translation>
        </message>
        <message>
            <source>When the call came into its state, in UTC.</source>
            <translation>Quand l'appel est entré dans son état, en UTC.</translation>
        </message>
        <message>
            <source>Who asked first for the end of the call: its own telephone, the far end, or an application. Not a member of TAPI.</source>
            <translation>Qui a demandé le premier la fin de l'appel : son propre téléphone, l'autre côté ou une application. N'est pas un membre de TAPI.</translation>
        </message>
        <message>
            <source>What the source could not know for certain about the call. Not a member of TAPI.</source>
            <translation>Ce que la source n'a pas pu savoir avec certitude de l'appel. N'est pas un membre de TAPI.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FilterKeys</name>
        <message>
            <source>state of the call</source>
            <translation>état de l'appel</translation>
        </message>
        <message>
            <source>application that holds the handle</source>
            <translation>application qui tient la poignée</translation>
        </message>
        <message>
            <source>line: name of its device, or L3</source>
            <translation>ligne : nom de l'équipement, ou L3</translation>
        </message>
        <message>
            <source>number or name of who calls</source>
            <translation>numéro ou nom de l'appelant</translation>
        </message>
        <message>
            <source>number or name of who is called</source>
            <translation>numéro ou nom de l'appelé</translation>
        </message>
        <message>
            <source>what the application may do with the call</source>
            <translation>ce que l'application peut faire de l'appel</translation>
        </message>
        <message>
            <source>time since the state last changed</source>
            <translation>temps depuis le dernier changement d'état</translation>
        </message>
        <message>
            <source>time since the handle was created</source>
            <translation>temps depuis la création de la poignée</translation>
        </message>
        <message>
            <source>time that a handle has been retained</source>
            <translation>temps depuis lequel la poignée est retenue</translation>
        </message>
        <message>
            <source>memory of the handle and its call's record</source>
            <translation>mémoire de la poignée et de la fiche de l'appel</translation>
        </message>
        <message>
            <source>handle by its short name or its value</source>
            <translation>poignée, par son nom court ou sa valeur</translation>
        </message>
        <message>
            <source>call by its short name</source>
            <translation>appel, par son nom court</translation>
        </message>
        <message>
            <source>line device by its name, or D2</source>
            <translation>équipement de ligne, par son nom, ou D2</translation>
        </message>
        <message>
            <source>source that the call comes from</source>
            <translation>source dont vient l'appel</translation>
        </message>
        <message>
            <source>number or name of who is connected</source>
            <translation>numéro ou nom du correspondant connecté</translation>
        </message>
        <message>
            <source>mode of the state, such as ACTIVE or NORMAL</source>
            <translation>mode de l'état, comme ACTIVE ou NORMAL</translation>
        </message>
        <message>
            <source>media mode of the call</source>
            <translation>mode média de l'appel</translation>
        </message>
        <message>
            <source>why the call ended: number of the cause, or disconnect mode</source>
            <translation>fin de l'appel : numéro de la cause, ou mode de déconnexion</translation>
        </message>
        <message>
            <source>memory of the call at the provider, if it says so</source>
            <translation>mémoire de l'appel chez le fournisseur, s'il la communique</translation>
        </message>
        <message>
            <source>the call is idle and the handle still valid</source>
            <translation>l'appel est terminé et la poignée encore valide</translation>
        </message>
        <message>
            <source>the call is not idle</source>
            <translation>l'appel n'est pas terminé</translation>
        </message>
        <message>
            <source>a live call that nobody owns</source>
            <translation>un appel en cours que personne ne possède</translation>
        </message>
        <message>
            <source>both must match</source>
            <translation>les deux doivent correspondre</translation>
        </message>
        <message>
            <source>one of both must match</source>
            <translation>l'un des deux doit correspondre</translation>
        </message>
        <message>
            <source>leaves out what matches</source>
            <translation>écarte ce qui correspond</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FilterLine</name>
        <message>
            <source>Filter: state:idle app:crm caller:+33* age&gt;5m</source>
            <translation>Filtre : state:idle app:crm caller:+33* age&gt;5m</translation>
        </message>
        <message>
            <source>Filter handles</source>
            <translation>Filtrer les poignées</translation>
        </message>
        <message>
            <source>Recent filters</source>
            <translation>Filtres récents</translation>
        </message>
        <message>
            <source>Words, all of which must match. key:value looks in one thing: state, app, line, caller, called, privilege, age, instate, bytes and more.
and, or, not, (), -word, "two words", * and ? as wildcards; retained, live, unowned.
Ctrl+Space shows what can stand here.</source>
            <translation>Des mots, qui doivent tous correspondre. clé:valeur cherche dans une seule chose : state, app, line, caller, called, privilege, age, instate, bytes et d'autres.
and, or, not, (), -mot, "deux mots", * et ? comme jokers ; retained, live, unowned.
Ctrl+Espace montre ce qui peut se mettre ici.</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtre</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Effacer</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FilterPopup</name>
        <message>
            <source>Proposals for the filter</source>
            <translation>Propositions pour le filtre</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FindingDetails</name>
        <message>
            <source>Show the &amp;moment</source>
            <translation>Montrer le &amp;moment</translation>
        </message>
        <message>
            <source>Show in &amp;messages</source>
            <translation>Montrer dans les m&amp;essages</translation>
        </message>
        <message>
            <source>Every view shows what was true when it happened.</source>
            <translation>Chaque vue montre ce qui était vrai quand c'est arrivé.</translation>
        </message>
        <message>
            <source>Selects the offending event in the message log.</source>
            <translation>Sélectionne l'événement en cause dans le journal des messages.</translation>
        </message>
        <message>
            <source>Select a finding to see what shows it and what the rule says.</source>
            <translation>Sélectionnez un constat pour voir ce qui le prouve et ce que dit la règle.</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>Source : %1</translation>
        </message>
        <message>
            <source>Muted: %1</source>
            <translation>Tu : %1</translation>
        </message>
        <message>
            <source>Select %1</source>
            <translation>Sélectionner %1</translation>
        </message>
        <message>
            <source>Unmute %1</source>
            <translation>Ne plus taire %1</translation>
        </message>
        <message>
            <source>Mute %1…</source>
            <translation>Taire %1…</translation>
        </message>
        <message>
            <source>Findings of this rule count again.</source>
            <translation>Les constats de cette règle comptent de nouveau.</translation>
        </message>
        <message>
            <source>Findings of this rule are hidden and do not count, for a reason that you give.</source>
            <translation>Les constats de cette règle sont cachés et ne comptent pas, pour une raison que vous donnez.</translation>
        </message>
        <message>
            <source>not in the log any more</source>
            <translation>n'est plus dans le journal</translation>
        </message>
        <message>
            <source>Event %1: %2</source>
            <comment>number, words</comment>
            <translation>Événement %1 : %2</translation>
        </message>
        <message>
            <source>Before it, event %1: %2</source>
            <comment>number, words</comment>
            <translation>Avant lui, événement %1 : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FindingsModel</name>
        <message>
            <source>Rule or subject</source>
            <translation>Règle ou objet</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>Gravité</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Latest</source>
            <translation>Dernier</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <source>info</source>
            <translation>information</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>avertissement</translation>
        </message>
        <message>
            <source>violation</source>
            <translation>infraction</translation>
        </message>
    </context>
    <context>
        <name>Linescope::FindingsPanel</name>
        <message>
            <source>Muted, too</source>
            <translation>Aussi les tus</translation>
        </message>
        <message>
            <source>By rule</source>
            <translation>Par règle</translation>
        </message>
        <message>
            <source>By subject</source>
            <translation>Par objet</translation>
        </message>
        <message>
            <source>What findings are grouped by</source>
            <translation>Regroupement des constats</translation>
        </message>
        <message>
            <source>All findings</source>
            <translation>Tous les constats</translation>
        </message>
        <message>
            <source>Warnings and violations</source>
            <translation>Avertissements et infractions</translation>
        </message>
        <message>
            <source>Violations</source>
            <translation>Infractions</translation>
        </message>
        <message>
            <source>Severity shown</source>
            <translation>Gravité affichée</translation>
        </message>
        <message>
            <source>Find in findings</source>
            <translation>Chercher dans les constats</translation>
        </message>
        <message>
            <source>Shows findings of rules that you have muted, with the reason.</source>
            <translation>Montre les constats des règles que vous avez tues, avec la raison.</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
        <message>
            <source>Mute %1</source>
            <translation>Taire %1</translation>
        </message>
        <message>
            <source>Why findings of this rule do not matter here:</source>
            <translation>Pourquoi les constats de cette règle n'importent pas ici :</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>sans raison donnée</translation>
        </message>
        <message numerus="yes">
            <source>%n violation(s)</source>
            <translation>
                <numerusform>%n infraction</numerusform>
                <numerusform>%n infractions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n avertissement</numerusform>
                <numerusform>%n avertissements</numerusform>
            </translation>
        </message>
        <message>
            <source>No finding matches. To see more, clear the search, choose all findings or show muted ones.</source>
            <translation>Aucun constat ne correspond. Pour en voir plus, videz la recherche, choisissez tous les constats ou montrez les tus.</translation>
        </message>
        <message>
            <source>Nothing has been found: whatever providers and applications did so far is within the rules. Findings appear here by themselves.</source>
            <translation>Rien n'a été constaté : tout ce que fournisseurs et applications ont fait jusqu'ici respecte les règles. Les constats apparaissent ici d'eux-mêmes.</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Règle</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Guide</name>
        <message>
            <source>| Keys | Command | What it does |</source>
            <translation>| Touches | Commande | Ce qu'elle fait |</translation>
        </message>
    </context>
    <context>
        <name>Linescope::GzipDevice</name>
        <message>
            <source>The compressed file is damaged.</source>
            <translation>Le fichier comprimé est endommagé.</translation>
        </message>
        <message>
            <source>The file unpacks to more than %1 times its size. That is no recording.</source>
            <translation>Décomprimé, le fichier fait plus de %1 fois sa taille. Ce n'est pas un enregistrement.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::HandleDelegate</name>
        <message>
            <source>retained</source>
            <translation>retenue</translation>
        </message>
        <message>
            <source>new</source>
            <comment>a row that has just come</comment>
            <translation>nouvelle</translation>
        </message>
        <message>
            <source>void</source>
            <comment>a row whose handle has just become void</comment>
            <translation>nulle</translation>
        </message>
    </context>
    <context>
        <name>Linescope::HandleFilter</name>
        <message>
            <source>This quote is not closed: write " after the last word that belongs to it.</source>
            <translation>Ce guillemet n'est pas fermé : écrivez " après le dernier mot qui en fait partie.</translation>
        </message>
        <message>
            <source>There is nothing between the quotes.</source>
            <translation>Il n'y a rien entre les guillemets.</translation>
        </message>
        <message>
            <source>There is no key before %1: write for example age&gt;5m.</source>
            <translation>Il n'y a pas de clé avant %1 : écrivez par exemple age&gt;5m.</translation>
        </message>
        <message>
            <source>To look for the word as it is, put it in quotes.</source>
            <translation>Pour chercher le mot tel quel, mettez-le entre guillemets.</translation>
        </message>
        <message>
            <source>%1 is not a key. Keys are %2.</source>
            <translation>%1 n'est pas une clé. Les clés sont %2.</translation>
        </message>
        <message>
            <source>%1 is not a key. Did you mean %2?</source>
            <translation>%1 n'est pas une clé. Vouliez-vous dire %2 ?</translation>
        </message>
        <message>
            <source>%1 stands alone, without a value.</source>
            <translation>%1 s'écrit seul, sans valeur.</translation>
        </message>
        <message>
            <source>%1 has no more and less: write for example %2.</source>
            <translation>%1 n'a ni plus ni moins : écrivez par exemple %2.</translation>
        </message>
        <message>
            <source>Only one value can be compared with %1.</source>
            <translation>Une seule valeur peut se comparer avec %1.</translation>
        </message>
        <message>
            <source>A value is missing: write for example %1.</source>
            <translation>Il manque une valeur : écrivez par exemple %1.</translation>
        </message>
        <message>
            <source>There is nothing beside the comma: write one more value, or no comma.</source>
            <translation>Il n'y a rien à côté de la virgule : écrivez une valeur de plus, ou pas de virgule.</translation>
        </message>
        <message>
            <source>Did you mean %1?</source>
            <translation>Vouliez-vous dire %1 ?</translation>
        </message>
        <message>
            <source>No call state begins with %1. States are %2.</source>
            <translation>Aucun état d'appel ne commence par %1. Les états sont %2.</translation>
        </message>
        <message>
            <source>No privilege begins with %1. Privileges are %2.</source>
            <translation>Aucun privilège ne commence par %1. Les privilèges sont %2.</translation>
        </message>
        <message>
            <source>No media mode begins with %1. Media modes are %2.</source>
            <translation>Aucun mode média ne commence par %1. Les modes sont %2.</translation>
        </message>
        <message>
            <source>%1 is not a number of a cause: write for example cause&gt;=16.</source>
            <translation>%1 n'est pas un numéro de cause : écrivez par exemple cause&gt;=16.</translation>
        </message>
        <message>
            <source>%1 is neither the number of a cause nor a disconnect mode. Modes are %2.</source>
            <translation>%1 n'est ni un numéro de cause ni un mode de déconnexion. Les modes sont %2.</translation>
        </message>
        <message>
            <source>%1 is not the short name of one: write for example %2.</source>
            <translation>%1 n'est pas un nom court : écrivez par exemple %2.</translation>
        </message>
        <message>
            <source>%1 has no unit: write %1s, %1m, %1h or %1d.</source>
            <translation>%1 n'a pas d'unité : écrivez %1s, %1m, %1h ou %1d.</translation>
        </message>
        <message>
            <source>%1 is not a time: write for example 30s, 5m, 1h30m or 2d.</source>
            <translation>%1 n'est pas une durée : écrivez par exemple 30s, 5m, 1h30m ou 2d.</translation>
        </message>
        <message>
            <source>%1 is not a size: write for example 512, 2k or 1.5m.</source>
            <translation>%1 n'est pas une taille : écrivez par exemple 512, 2k ou 1.5m.</translation>
        </message>
        <message>
            <source>This parenthesis closes nothing: there is no ( before it.</source>
            <translation>Cette parenthèse ne ferme rien : il n'y a pas de ( avant elle.</translation>
        </message>
        <message>
            <source>Something has to follow "%1". To look for the word itself, put it in quotes.</source>
            <translation>Quelque chose doit suivre « %1 ». Pour chercher le mot lui-même, mettez-le entre guillemets.</translation>
        </message>
        <message>
            <source>Something has to stand before "%1". To look for the word itself, put it in quotes.</source>
            <translation>Quelque chose doit précéder « %1 ». Pour chercher le mot lui-même, mettez-le entre guillemets.</translation>
        </message>
        <message>
            <source>There is nothing to leave out: write -word, without a blank after the minus.</source>
            <translation>Il n'y a rien à écarter : écrivez -mot, sans espace après le signe moins.</translation>
        </message>
        <message>
            <source>There is nothing between the parentheses.</source>
            <translation>Il n'y a rien entre les parenthèses.</translation>
        </message>
        <message>
            <source>This parenthesis is not closed: write ) after what belongs together.</source>
            <translation>Cette parenthèse n'est pas fermée : écrivez ) après ce qui va ensemble.</translation>
        </message>
        <message>
            <source>There are more than %1 parentheses or negations within each other.</source>
            <translation>Il y a plus de %1 parenthèses ou négations les unes dans les autres.</translation>
        </message>
        <message>
            <source>The filter is longer than %1 characters.</source>
            <translation>Le filtre dépasse %1 caractères.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::HandleModel</name>
        <message>
            <source>Void: the application has deallocated it.</source>
            <translation>Nulle : l'application l'a libérée.</translation>
        </message>
        <message>
            <source>Void: the application has closed its line.</source>
            <translation>Nulle : l'application a fermé sa ligne.</translation>
        </message>
        <message>
            <source>Void: the provider has closed the line.</source>
            <translation>Nulle : le fournisseur a fermé la ligne.</translation>
        </message>
        <message>
            <source>Void: the line device was removed.</source>
            <translation>Nulle : la ligne a été retirée.</translation>
        </message>
        <message>
            <source>Void: the application has shut down.</source>
            <translation>Nulle : l'application s'est arrêtée.</translation>
        </message>
        <message>
            <source>Void: the application has crashed.</source>
            <translation>Nulle : l'application a planté.</translation>
        </message>
        <message>
            <source>Retained: the call is over, but the handle is valid and the call's information can be read until it is deallocated or its line closes.</source>
            <translation>Retenue : l'appel est terminé, mais la poignée est valide et les informations de l'appel restent lisibles jusqu'à sa libération ou la fermeture de sa ligne.</translation>
        </message>
        <message>
            <source>Caller: %1</source>
            <translation>Appelant : %1</translation>
        </message>
        <message>
            <source>Called: %1</source>
            <translation>Appelé : %1</translation>
        </message>
        <message>
            <source>Connected: %1</source>
            <translation>Connecté : %1</translation>
        </message>
        <message>
            <source>The provider's memory for the call is not reported.</source>
            <translation>La mémoire du fournisseur pour l'appel n'est pas communiquée.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Handle</source>
            <translation>Poignée</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>Privilege</source>
            <translation>Privilège</translation>
        </message>
        <message>
            <source>Caller → called</source>
            <translation>Appelant → appelé</translation>
        </message>
        <message>
            <source>In state</source>
            <translation>Durée</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Âge</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Octets</translation>
        </message>
        <message>
            <source>%1, retained</source>
            <translation>%1, retenue</translation>
        </message>
        <message>
            <source>%1, void</source>
            <translation>%1, nulle</translation>
        </message>
        <message>
            <source>The provider's memory for the call: %1.</source>
            <translation>Mémoire du fournisseur pour l'appel : %1.</translation>
        </message>
        <message>
            <source>%1 for this handle and %2 for the record of its call, which all its handles share.</source>
            <translation>%1 pour cette poignée et %2 pour la fiche de son appel, que toutes ses poignées partagent.</translation>
        </message>
        <message>
            <source>conference</source>
            <translation>conférence</translation>
        </message>
        <message>
            <source>conference %1</source>
            <translation>conférence %1</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
    </context>
    <context>
        <name>Linescope::HandleTree</name>
        <message>
            <source>Call id %1</source>
            <translation>Appel n° %1</translation>
        </message>
        <message>
            <source>Not grouped</source>
            <translation>Sans groupement</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Call group</source>
            <translation>Groupe d'appels</translation>
        </message>
        <message numerus="yes">
            <source>%Ln handle(s)</source>
            <translation>
                <numerusform>%Ln poignée</numerusform>
                <numerusform>%Ln poignées</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 own, %2 watch</source>
            <comment>applications that own a call, that only watch it</comment>
            <translation>%1 propr., %2 observ.</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Inconnu</translation>
        </message>
        <message numerus="yes">
            <source>%Ln call(s)</source>
            <translation>
                <numerusform>%Ln appel</numerusform>
                <numerusform>%Ln appels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln retained</source>
            <translation>
                <numerusform>%Ln retenue</numerusform>
                <numerusform>%Ln retenues</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, level %2</source>
            <translation>%1, niveau %2</translation>
        </message>
        <message>
            <source>%1, level %2, expanded, %3</source>
            <translation>%1, niveau %2, déplié, %3</translation>
        </message>
        <message>
            <source>%1, level %2, collapsed, %3</source>
            <translation>%1, niveau %2, replié, %3</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
    </context>
    <context>
        <name>Linescope::HandlesPanel</name>
        <message>
            <source>Call handles</source>
            <translation>Poignées d'appel</translation>
        </message>
        <message>
            <source>&amp;Default columns</source>
            <translation>Colonnes par &amp;défaut</translation>
        </message>
        <message numerus="yes">
            <source>No handle matches the filter “%1”. %n handle(s) are hidden.</source>
            <translation>
                <numerusform>Aucune poignée ne correspond au filtre « %1 ». %n poignée est cachée.</numerusform>
                <numerusform>Aucune poignée ne correspond au filtre « %1 ». %n poignées sont cachées.</numerusform>
            </translation>
        </message>
        <message>
            <source>No handle yet: a call on an open line gives each application a handle of its own.</source>
            <translation>Pas encore de poignée : un appel sur une ligne ouverte donne à chaque application la sienne.</translation>
        </message>
        <message>
            <source>Call handles in groups</source>
            <translation>Poignées d'appel par groupes</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Vues</translation>
        </message>
        <message>
            <source>Filter, grouping, order and columns under a name.</source>
            <translation>Filtre, groupement, ordre et colonnes sous un nom.</translation>
        </message>
        <message>
            <source>&amp;Group by:</source>
            <translation>&amp;Grouper par :</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Vue</translation>
        </message>
        <message>
            <source>&amp;Save current view…</source>
            <translation>&amp;Enregistrer la vue actuelle…</translation>
        </message>
        <message>
            <source>&amp;Manage…</source>
            <translation>&amp;Gérer…</translation>
        </message>
        <message>
            <source>Save current view</source>
            <translation>Enregistrer la vue actuelle</translation>
        </message>
        <message>
            <source>&amp;Name of the view:</source>
            <translation>&amp;Nom de la vue :</translation>
        </message>
        <message>
            <source>Replace the view “%1”?</source>
            <translation>Remplacer la vue « %1 » ?</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <source>There are %1 views already. Please delete one first.</source>
            <translation>Il y a déjà %1 vues. Supprimez-en une d'abord.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::HelpBrowser</name>
        <message>
            <source>Help page</source>
            <translation>Page d'aide</translation>
        </message>
    </context>
    <context>
        <name>Linescope::HelpWindow</name>
        <message>
            <source>Back</source>
            <translation>Précédent</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Start page</source>
            <translation>Page d'accueil</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Search all pages</source>
            <translation>Chercher dans toutes les pages</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>Chercher dans l'aide</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Sommaire</translation>
        </message>
        <message>
            <source>Reference (in English)</source>
            <translation>Référence (en anglais)</translation>
        </message>
        <message>
            <source>No page has these words.</source>
            <translation>Aucune page n'a ces mots.</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) found</source>
            <translation>
                <numerusform>%n page trouvée</numerusform>
                <numerusform>%n pages trouvées</numerusform>
            </translation>
        </message>
        <message>
            <source>Open a page of the web</source>
            <translation>Ouvrir une page du web</translation>
        </message>
        <message>
            <source>Open %1 in the browser?</source>
            <translation>Ouvrir %1 dans le navigateur ?</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
    </context>
    <context>
        <name>Linescope::HoldersModel</name>
        <message>
            <source>%1: %2 in the library, %3 at the provider.</source>
            <translation>%1 : %2 dans la bibliothèque, %3 chez le fournisseur.</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>Retained</source>
            <translation>Retenues</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Mémoire</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ImportDialog</name>
        <message>
            <source>Import from manager.conf</source>
            <translation>Importer de manager.conf</translation>
        </message>
        <message>
            <source>Paste /etc/asterisk/manager.conf of the server here, or the section of the account, or open the file. Nothing is written anywhere.</source>
            <translation>Collez ici /etc/asterisk/manager.conf du serveur, ou la section du compte, ou ouvrez le fichier. Rien n'est écrit nulle part.</translation>
        </message>
        <message>
            <source>Text of manager.conf</source>
            <translation>Texte de manager.conf</translation>
        </message>
        <message>
            <source>&amp;Account:</source>
            <translation>&amp;Compte :</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Utiliser</translation>
        </message>
        <message>
            <source>&amp;Open file…</source>
            <translation>&amp;Ouvrir un fichier…</translation>
        </message>
        <message>
            <source>Open manager.conf</source>
            <translation>Ouvrir manager.conf</translation>
        </message>
        <message>
            <source>Asterisk's configuration (*.conf);;All files (*)</source>
            <translation>Configuration d'Asterisk (*.conf);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 ne peut pas être lu : %2</translation>
        </message>
        <message>
            <source>There is no account in this text. It begins with a line like [linescope].</source>
            <translation>Il n'y a pas de compte dans ce texte. Il commence par une ligne comme [linescope].</translation>
        </message>
        <message>
            <source>The account may see calls and act on them.</source>
            <translation>Le compte peut voir les appels et agir sur eux.</translation>
        </message>
        <message>
            <source>The account may see calls.</source>
            <translation>Le compte peut voir les appels.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::IncomingCallDialog</name>
        <message>
            <source>Incoming call</source>
            <translation>Appel entrant</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appeler</translation>
        </message>
        <message>
            <source>Line:</source>
            <translation>Ligne :</translation>
        </message>
        <message>
            <source>Caller's &amp;number:</source>
            <translation>&amp;Numéro de l'appelant :</translation>
        </message>
        <message>
            <source>Caller's n&amp;ame:</source>
            <translation>No&amp;m de l'appelant :</translation>
        </message>
    </context>
    <context>
        <name>Linescope::JournalFile</name>
        <message>
            <source>%1 is no ordinary file.</source>
            <translation>%1 n'est pas un fichier ordinaire.</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>Impossible de lire %1 : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::JournalReader</name>
        <message>
            <source>This is no journal of Linescope, version 1.</source>
            <translation>Ce n'est pas un journal de Linescope, version 1.</translation>
        </message>
        <message>
            <source>The number of the event is not higher than the one before.</source>
            <translation>Le numéro de l'événement n'est pas plus grand que le précédent.</translation>
        </message>
        <message>
            <source>Something follows the summary.</source>
            <translation>Quelque chose suit le résumé.</translation>
        </message>
        <message>
            <source>The line is longer than 1 MiB.</source>
            <translation>La ligne dépasse 1 Mio.</translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>Ligne %1 : %2</translation>
        </message>
        <message>
            <source>No session has that many devices.</source>
            <translation>Aucune session n'a autant d'appareils.</translation>
        </message>
        <message>
            <source>The snapshot ends before it is complete.</source>
            <translation>L'instantané finit avant d'être complet.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::JournalSink</name>
        <message>
            <source>%1 is no ordinary file.</source>
            <translation>%1 n'est pas un fichier ordinaire.</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>Impossible d'écrire %1 : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::JsonReader</name>
        <message>
            <source>The field "%1" cannot be understood.</source>
            <translation>Le champ « %1 » est incompréhensible.</translation>
        </message>
        <message>
            <source>The event "%1" is not known.</source>
            <translation>L'événement « %1 » est inconnu.</translation>
        </message>
        <message>
            <source>The line is longer than 1 MiB.</source>
            <translation>La ligne dépasse 1 Mio.</translation>
        </message>
        <message>
            <source>The line is nested too deeply.</source>
            <translation>La ligne est imbriquée trop profondément.</translation>
        </message>
        <message>
            <source>This is no JSON object: %1.</source>
            <translation>Ce n'est pas un objet JSON : %1.</translation>
        </message>
        <message>
            <source>The field "%1" is missing.</source>
            <translation>Le champ « %1 » manque.</translation>
        </message>
        <message>
            <source>The field "%1" is not known here.</source>
            <translation>Le champ « %1 » est inconnu ici.</translation>
        </message>
        <message>
            <source>The line holds too many values.</source>
            <translation>La ligne contient trop de valeurs.</translation>
        </message>
        <message>
            <source>illegal value</source>
            <translation>valeur interdite</translation>
        </message>
    </context>
    <context>
        <name>Linescope::KeyDisplay</name>
        <message>
            <source>Keys and clicks</source>
            <translation>Touches et clics</translation>
        </message>
    </context>
    <context>
        <name>Linescope::KeyFigureCard</name>
        <message>
            <source>The table shows only these. Click to show all again.</source>
            <translation>Le tableau ne montre que cela. Cliquez pour tout afficher de nouveau.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::KeyFiguresPanel</name>
        <message>
            <source>Lines open</source>
            <translation>Lignes ouvertes</translation>
        </message>
        <message>
            <source>Line devices that an application has open, of all.</source>
            <translation>Lignes qu'une application a ouvertes, sur toutes.</translation>
        </message>
        <message>
            <source>Calls active</source>
            <translation>Appels actifs</translation>
        </message>
        <message>
            <source>Calls that are not idle.</source>
            <translation>Appels qui ne sont pas terminés.</translation>
        </message>
        <message>
            <source>Handles</source>
            <translation>Poignées</translation>
        </message>
        <message>
            <source>Call handles, one per application and call, live and retained.</source>
            <translation>Poignées d'appel, une par application et par appel, en cours et retenues.</translation>
        </message>
        <message>
            <source>Idle, retained</source>
            <translation>Retenues</translation>
        </message>
        <message>
            <source>Handles on idle calls: still valid and readable until they are deallocated.</source>
            <translation>Poignées d'appels terminés : encore valides et lisibles jusqu'à leur libération.</translation>
        </message>
        <message>
            <source>Retained memory</source>
            <translation>Mémoire retenue</translation>
        </message>
        <message>
            <source>Memory held for idle calls: the engine's own, and what the provider reports.</source>
            <translation>Mémoire tenue pour des appels terminés : celle du moteur, et celle que communique le fournisseur.</translation>
        </message>
        <message>
            <source>Events/s</source>
            <translation>Événements/s</translation>
        </message>
        <message>
            <source>Events of the engine in the last second.</source>
            <translation>Événements du moteur pendant la dernière seconde.</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
        <message>
            <source>Breaches of TAPI's rules that the engine has seen.</source>
            <translation>Entorses aux règles de TAPI que le moteur a vues.</translation>
        </message>
        <message>
            <source>%1 lib · %2 provider</source>
            <translation>%1 bibl. · %2 fourn.</translation>
        </message>
        <message>
            <source>Key figures</source>
            <translation>Chiffres clés</translation>
        </message>
        <message>
            <source>Click to go to the lines.</source>
            <translation>Cliquez pour aller aux lignes.</translation>
        </message>
        <message>
            <source>Click to see only their handles in the table.</source>
            <translation>Cliquez pour ne voir que leurs poignées dans le tableau.</translation>
        </message>
        <message>
            <source>Click to see all of them in the table.</source>
            <translation>Cliquez pour les voir toutes dans le tableau.</translation>
        </message>
        <message>
            <source>Click to see only these in the table.</source>
            <translation>Cliquez pour ne voir que celles-ci dans le tableau.</translation>
        </message>
        <message>
            <source>Click to see in the table who holds it.</source>
            <translation>Cliquez pour voir dans le tableau qui la tient.</translation>
        </message>
        <message>
            <source>Click to go to the messages.</source>
            <translation>Cliquez pour aller aux messages.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Ladder</name>
        <message>
            <source>Ladder</source>
            <translation>Échelle</translation>
        </message>
        <message>
            <source>Choose a call or a handle to see what applications, engine and provider said to each other about it.</source>
            <translation>Choisissez un appel ou une poignée pour voir ce que les applications, le moteur et le fournisseur se sont dit à son sujet.</translation>
        </message>
        <message>
            <source>What was said about %1 is not kept any more.</source>
            <translation>Ce qui s'est dit au sujet de %1 n'est plus conservé.</translation>
        </message>
        <message>
            <source>Everything about %1 is hidden: show more lanes or kinds.</source>
            <translation>Tout ce qui concerne %1 est masqué : affichez plus de couloirs ou de genres.</translation>
        </message>
        <message>
            <source>Nothing has been said about %1 since Linescope began to watch.</source>
            <translation>Rien ne s'est dit au sujet de %1 depuis que Linescope observe.</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>name and A2</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1, %2 s</source>
            <comment>time of day, time since the beginning</comment>
            <translation>%1, %2 s</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>De %1 à %2</translation>
        </message>
        <message>
            <source>This has failed.</source>
            <translation>Ceci a échoué.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LadderLegend</name>
        <message>
            <source>Request</source>
            <translation>Demande</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Commande</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <source>Failure</source>
            <translation>Échec</translation>
        </message>
        <message>
            <source>Live handle</source>
            <translation>Poignée en cours</translation>
        </message>
        <message>
            <source>Retained handle</source>
            <translation>Poignée retenue</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LadderPanel</name>
        <message>
            <source>Lanes</source>
            <translation>Couloirs</translation>
        </message>
        <message>
            <source>Choose which applications and providers have a lane.</source>
            <translation>Choisir les applications et les fournisseurs qui ont un couloir.</translation>
        </message>
        <message>
            <source>Kinds</source>
            <translation>Genres</translation>
        </message>
        <message>
            <source>Choose what is shown: requests, messages, commands …</source>
            <translation>Choisir ce qui est affiché : demandes, messages, commandes…</translation>
        </message>
        <message>
            <source>Time of day</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Show when things happened instead of how long after the beginning.</source>
            <translation>Afficher l'heure plutôt que le temps écoulé depuis le début.</translation>
        </message>
        <message>
            <source>Related calls</source>
            <translation>Appels liés</translation>
        </message>
        <message>
            <source>Show the calls that belong to this one as well: consultation, conference, group.</source>
            <translation>Afficher aussi les appels qui vont avec celui-ci : consultation, conférence, groupe.</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Suivre</translation>
        </message>
        <message>
            <source>Keep the newest in view.</source>
            <translation>Garder le plus récent à l'écran.</translation>
        </message>
        <message>
            <source>Copy as</source>
            <translation>Copier en</translation>
        </message>
        <message>
            <source>Copy the ladder as text.</source>
            <translation>Copier l'échelle sous forme de texte.</translation>
        </message>
        <message>
            <source>&amp;Mermaid</source>
            <translation>&amp;Mermaid</translation>
        </message>
        <message>
            <source>&amp;PlantUML</source>
            <translation>&amp;PlantUML</translation>
        </message>
        <message>
            <source>Plain &amp;text</source>
            <translation>&amp;Texte simple</translation>
        </message>
        <message>
            <source>Smaller (Ctrl+−)</source>
            <translation>Plus petit (Ctrl+−)</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Plus petit</translation>
        </message>
        <message>
            <source>Larger (Ctrl++)</source>
            <translation>Plus grand (Ctrl++)</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Plus grand</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>name and A2</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>No lane yet: choose a call.</source>
            <translation>Aucun couloir : choisissez un appel.</translation>
        </message>
        <message>
            <source>Choose a call or a handle first.</source>
            <translation>Choisissez d'abord un appel ou une poignée.</translation>
        </message>
        <message>
            <source>Nothing is known of what was said about %1.</source>
            <translation>On ne sait rien de ce qui s'est dit au sujet de %1.</translation>
        </message>
        <message>
            <source>Show the latest call</source>
            <translation>Montrer le dernier appel</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LadderWords</name>
        <message>
            <source>%1, application</source>
            <translation>%1, application</translation>
        </message>
        <message>
            <source>%1, provider</source>
            <translation>%1, fournisseur</translation>
        </message>
        <message>
            <source>engine</source>
            <translation>moteur</translation>
        </message>
        <message numerus="yes">
            <source>%n older step(s) are not kept any more</source>
            <translation>
                <numerusform>%n étape plus ancienne n'est plus conservée</numerusform>
                <numerusform>%n étapes plus anciennes ne sont plus conservées</numerusform>
            </translation>
        </message>
        <message>
            <source>deallocated</source>
            <translation>libérée</translation>
        </message>
        <message>
            <source>line closed by the application</source>
            <translation>ligne fermée par l'application</translation>
        </message>
        <message>
            <source>line closed by the provider</source>
            <translation>ligne fermée par le fournisseur</translation>
        </message>
        <message>
            <source>device removed</source>
            <translation>ligne retirée</translation>
        </message>
        <message>
            <source>application shut down</source>
            <translation>application arrêtée</translation>
        </message>
        <message>
            <source>application crashed</source>
            <translation>application plantée</translation>
        </message>
        <message>
            <source>%1 begins</source>
            <translation>%1 commence</translation>
        </message>
        <message>
            <source>%1 is released</source>
            <translation>%1 est libéré</translation>
        </message>
        <message>
            <source>%1 begins, %2</source>
            <comment>a call handle and its privilege</comment>
            <translation>%1 commence, %2</translation>
        </message>
        <message>
            <source>%1 becomes %2</source>
            <comment>a call handle and its privilege</comment>
            <translation>%1 devient %2</translation>
        </message>
        <message>
            <source>%1 is void: %2</source>
            <translation>%1 est nulle : %2</translation>
        </message>
        <message>
            <source>%1 opens on %2</source>
            <comment>a line and its device</comment>
            <translation>%1 s'ouvre sur %2</translation>
        </message>
        <message>
            <source>%1 closes</source>
            <comment>a line</comment>
            <translation>%1 se ferme</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Demandes</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Résultats</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Replies</source>
            <translation>Réponses</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Commandes</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Rapports</translation>
        </message>
        <message>
            <source>States</source>
            <translation>États</translation>
        </message>
        <message>
            <source>Handles</source>
            <translation>Poignées</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LanguagePage</name>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>&amp;Language of the window:</source>
            <translation>&amp;Langue de la fenêtre :</translation>
        </message>
        <message>
            <source>The window changes its language at once. Names from TAPI stay as the documentation has them.</source>
            <translation>La fenêtre change de langue aussitôt. Les noms de TAPI restent ceux de la documentation.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LeakModel</name>
        <message>
            <source>Who, where from</source>
            <translation>Qui, d'où</translation>
        </message>
        <message>
            <source>Handles</source>
            <translation>Poignées</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Mémoire</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>Growth</source>
            <translation>Croissance</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (Linescope itself)</source>
            <translation>%1 (Linescope lui-même)</translation>
        </message>
        <message>
            <source>its handles grow</source>
            <translation>ses poignées augmentent</translation>
        </message>
        <message numerus="yes">
            <source>of %n handle(s)</source>
            <translation>
                <numerusform>sur %n poignée</numerusform>
                <numerusform>sur %n poignées</numerusform>
            </translation>
        </message>
        <message>
            <source>not known: from before this view looked on</source>
            <translation>inconnu : d'avant cette vue</translation>
        </message>
        <message>
            <source>Live calls that nobody can end</source>
            <translation>Appels en cours que personne ne peut terminer</translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) with monitors and no owner</source>
            <translation>
                <numerusform>%n appel avec des observateurs et sans propriétaire</numerusform>
                <numerusform>%n appels avec des observateurs et sans propriétaire</numerusform>
            </translation>
        </message>
        <message>
            <source>Calls without an end</source>
            <translation>Appels sans fin</translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) without a new state for long</source>
            <translation>
                <numerusform>%n appel sans nouvel état depuis longtemps</numerusform>
                <numerusform>%n appels sans nouvel état depuis longtemps</numerusform>
            </translation>
        </message>
        <message>
            <source>Requests without an answer</source>
            <translation>Requêtes sans réponse</translation>
        </message>
        <message numerus="yes">
            <source>%n request(s)</source>
            <translation>
                <numerusform>%n requête</numerusform>
                <numerusform>%n requêtes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::LeakText</name>
        <message>
            <source>No leaks: no application holds a call that is over, nothing waits for an answer.</source>
            <translation>Aucune fuite : aucune application ne tient d'appel terminé, rien n'attend de réponse.</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 et %n autre</numerusform>
                <numerusform>%1 et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2, Linescope's own)</source>
            <translation>%1 (%2, de Linescope même)</translation>
        </message>
        <message numerus="yes">
            <source>%1 holds %n handle(s) of calls that are over, the oldest for %2.</source>
            <translation>
                <numerusform>%1 tient %n poignée d'appels terminés, depuis %2.</numerusform>
                <numerusform>%1 tient %n poignées d'appels terminés, la plus ancienne depuis %2.</numerusform>
            </translation>
        </message>
        <message>
            <source>Memory: engine %1 bytes, provider %2.</source>
            <translation>Mémoire : moteur %1 octets, fournisseur %2.</translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>non indiqué</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1 octets</translation>
        </message>
        <message>
            <source>before the recording</source>
            <translation>avant l'enregistrement</translation>
        </message>
        <message numerus="yes">
            <source>%n obtained by %1: %2</source>
            <translation>
                <numerusform>%n obtenue par %1 : %2</numerusform>
                <numerusform>%n obtenues par %1 : %2</numerusform>
            </translation>
        </message>
        <message>
            <source>Handles now %1, %2 ago %3 (%4).</source>
            <translation>Poignées maintenant %1, il y a %2 %3 (%4).</translation>
        </message>
        <message numerus="yes">
            <source>%n live call(s) have no owner: nobody can end them.</source>
            <translation>
                <numerusform>%n appel en cours n'a pas de propriétaire : personne ne peut le terminer.</numerusform>
                <numerusform>%n appels en cours n'ont pas de propriétaire : personne ne peut les terminer.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 has been %2 for %3, without an end.</source>
            <translation>%1 est %2 depuis %3, sans fin.</translation>
        </message>
        <message>
            <source>Request %1 (%2) has had no answer for %3.</source>
            <translation>La demande %1 (%2) n'a pas de réponse depuis %3.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LeaksPanel</name>
        <message>
            <source>Cop&amp;y report</source>
            <translation>&amp;Copier le rapport</translation>
        </message>
        <message>
            <source>The whole report as plain text, for a mail to the author of the application.</source>
            <translation>Tout le rapport en texte simple, pour un courriel à l'auteur de l'application.</translation>
        </message>
        <message>
            <source>Leaks</source>
            <translation>Fuites</translation>
        </message>
        <message numerus="yes">
            <source>%n handle(s) of calls that are over, %1.</source>
            <translation>
                <numerusform>%n poignée d'appels terminés, %1.</numerusform>
                <numerusform>%n poignées d'appels terminés, %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody keeps a call that is over, every live call has an owner, and every request has its answer.</source>
            <translation>Personne ne garde un appel terminé, chaque appel en cours a un propriétaire, et chaque requête a sa réponse.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LineTable</name>
        <message>
            <source>The device is not registered.</source>
            <translation>L'équipement n'est pas enregistré.</translation>
        </message>
        <message>
            <source>There is no such line.</source>
            <translation>Cette ligne n'existe pas.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LineTreeDelegate</name>
        <message numerus="yes">
            <source>%n idle</source>
            <translation>
                <numerusform>%n retenue</numerusform>
                <numerusform>%n retenues</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::LineTreeModel</name>
        <message numerus="yes">
            <source>%n handle(s)</source>
            <translation>
                <numerusform>%n poignée</numerusform>
                <numerusform>%n poignées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n retained</source>
            <translation>
                <numerusform>%n retenue</numerusform>
                <numerusform>%n retenues</numerusform>
            </translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Applications</translation>
        </message>
        <message>
            <source>disconnected</source>
            <translation>déconnectée</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>hors service</translation>
        </message>
        <message>
            <source>closed by provider: %1</source>
            <translation>fermée par le fournisseur : %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <extracomment>an open line: its name, the application that opened it</extracomment>
            <translation>%1 de %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::LinesPanel</name>
        <message>
            <source>Lines and applications</source>
            <translation>Lignes et applications</translation>
        </message>
    </context>
    <context>
        <name>Linescope::MainWindow</name>
        <message>
            <source>Handles</source>
            <translation>Poignées</translation>
        </message>
        <message>
            <source>Lines and apps</source>
            <translation>Lignes et applications</translation>
        </message>
        <message>
            <source>Call inspector</source>
            <translation>Inspecteur d'appel</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Health of the sources</source>
            <translation>Santé des sources</translation>
        </message>
        <message>
            <source>● %1: %2</source>
            <translation>● %1 : %2</translation>
        </message>
        <message>
            <source>up</source>
            <translation>en marche</translation>
        </message>
        <message>
            <source>■ %1: %2</source>
            <translation>■ %1 : %2</translation>
        </message>
        <message>
            <source>down</source>
            <translation>en panne</translation>
        </message>
        <message>
            <source>%1 is down: %2</source>
            <translation>%1 est en panne : %2</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>sans raison donnée</translation>
        </message>
        <message>
            <source>No source is connected.</source>
            <translation>Aucune source n'est connectée.</translation>
        </message>
        <message>
            <source>Linescope</source>
            <translation>Linescope</translation>
        </message>
        <message>
            <source>%1 — Linescope</source>
            <translation>%1 — Linescope</translation>
        </message>
        <message>
            <source>control: on</source>
            <translation>contrôle permis</translation>
        </message>
        <message>
            <source>read-only</source>
            <translation>lecture seule</translation>
        </message>
        <message numerus="yes">
            <source>view paused, %n event(s) behind</source>
            <translation>
                <numerusform>vue figée, %n événement de retard</numerusform>
                <numerusform>vue figée, %n événements de retard</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>live, %n event(s) skipped</source>
            <translation>
                <numerusform>en direct, %n événement sauté</numerusform>
                <numerusform>en direct, %n événements sautés</numerusform>
            </translation>
        </message>
        <message>
            <source>live</source>
            <translation>en direct</translation>
        </message>
        <message>
            <source>The filter is empty.</source>
            <translation>Le filtre est vide.</translation>
        </message>
        <message>
            <source>There are no rows.</source>
            <translation>Il n'y a aucune rangée.</translation>
        </message>
        <message>
            <source>Disconnect</source>
            <translation>Déconnecter</translation>
        </message>
        <message>
            <source>&amp;Source</source>
            <translation>&amp;Source</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Vue</translation>
        </message>
        <message>
            <source>&amp;Line</source>
            <translation>&amp;Ligne</translation>
        </message>
        <message>
            <source>&amp;Call</source>
            <translation>&amp;Appel</translation>
        </message>
        <message>
            <source>&amp;App</source>
            <translation>A&amp;pplication</translation>
        </message>
        <message>
            <source>Si&amp;mulator</source>
            <translation>Si&amp;mulateur</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>Ai&amp;de</translation>
        </message>
        <message>
            <source>C&amp;olumns</source>
            <translation>C&amp;olonnes</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Outils</translation>
        </message>
        <message>
            <source>Key figures</source>
            <translation>Chiffres clés</translation>
        </message>
        <message>
            <source>Disconnect %1? Its lines are removed.</source>
            <translation>Déconnecter %1 ? Ses lignes sont retirées.</translation>
        </message>
        <message>
            <source>&amp;Transfer</source>
            <translation>&amp;Transfert</translation>
        </message>
        <message>
            <source>Co&amp;nference</source>
            <translation>Co&amp;nférence</translation>
        </message>
        <message>
            <source>&amp;Park and pick up</source>
            <translation>&amp;Parcage et interception</translation>
        </message>
        <message>
            <source>Di&amp;gits</source>
            <translation>C&amp;hiffres</translation>
        </message>
        <message>
            <source>&amp;Ownership</source>
            <translation>Propr&amp;iété</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Appels</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Chronologie</translation>
        </message>
        <message>
            <source>State map</source>
            <translation>Carte des états</translation>
        </message>
        <message>
            <source>Ladder</source>
            <translation>Échelle</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Mémoire</translation>
        </message>
        <message>
            <source>This view has nothing to export yet.</source>
            <translation>Cette vue n'a encore rien à exporter.</translation>
        </message>
        <message>
            <source>This view is no picture.</source>
            <translation>Cette vue n'est pas une image.</translation>
        </message>
        <message>
            <source>Select a handle first.</source>
            <translation>Choisissez d'abord une poignée.</translation>
        </message>
        <message>
            <source>Copy &amp;as</source>
            <translation>Copier e&amp;n</translation>
        </message>
        <message>
            <source>Sa&amp;ved views</source>
            <translation>&amp;Vues enregistrées</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>Vues enregistrées</translation>
        </message>
        <message>
            <source>&amp;Group by</source>
            <translation>&amp;Grouper par</translation>
        </message>
        <message>
            <source>the past</source>
            <translation>le passé</translation>
        </message>
        <message>
            <source>a recording</source>
            <translation>un enregistrement</translation>
        </message>
        <message>
            <source>Faults are injected into %1: %2.</source>
            <translation>Des pannes sont injectées dans %1 : %2.</translation>
        </message>
        <message>
            <source>No faults are injected.</source>
            <translation>Aucune panne n'est injectée.</translation>
        </message>
        <message>
            <source>You look at the past already.</source>
            <translation>Vous regardez déjà le passé.</translation>
        </message>
        <message>
            <source>The views show what is true now.</source>
            <translation>Les vues montrent ce qui est vrai maintenant.</translation>
        </message>
        <message>
            <source>Open recording</source>
            <translation>Ouvrir un enregistrement</translation>
        </message>
        <message>
            <source>Recordings (*.jsonl *.jsonl.gz)</source>
            <translation>Enregistrements (*.jsonl *.jsonl.gz)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Stop &amp;recording</source>
            <translation>A&amp;rrêter l'enregistrement</translation>
        </message>
        <message>
            <source>&amp;Record…</source>
            <translation>&amp;Enregistrer…</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
        <message>
            <source>Leaks</source>
            <translation>Fuites</translation>
        </message>
        <message>
            <source>Console</source>
            <translation>Console</translation>
        </message>
        <message>
            <source>Record&amp;ings</source>
            <translation>&amp;Enregistrements</translation>
        </message>
        <message>
            <source>Call log</source>
            <translation>Journal d'appels</translation>
        </message>
        <message>
            <source>Nothing is written down here.</source>
            <translation>Rien n'est inscrit ici.</translation>
        </message>
        <message>
            <source>Mapping</source>
            <translation>Correspondance</translation>
        </message>
        <message>
            <source>Docks</source>
            <translation>Panneaux</translation>
        </message>
    </context>
    <context>
        <name>Linescope::MakeCallDialog</name>
        <message>
            <source>Make call</source>
            <translation>Appeler</translation>
        </message>
        <message>
            <source>Dial</source>
            <translation>Composer</translation>
        </message>
        <message>
            <source>%1 on %2 (%3)</source>
            <translation>%1 sur %2 (%3)</translation>
        </message>
        <message>
            <source>&amp;Line:</source>
            <translation>&amp;Ligne :</translation>
        </message>
        <message>
            <source>&amp;Number:</source>
            <translation>&amp;Numéro :</translation>
        </message>
        <message>
            <source>No open line can make calls: open one as an application first.</source>
            <translation>Aucune ligne ouverte ne peut appeler : ouvrez-en d'abord une au nom d'une application.</translation>
        </message>
        <message>
            <source>Which number?</source>
            <translation>Quel numéro ?</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ManagerConf</name>
        <message>
            <source>The interface is off there: [general] needs enabled = yes.</source>
            <translation>L'interface y est désactivée : il faut enabled = yes dans [general].</translation>
        </message>
        <message>
            <source>The account has no secret.</source>
            <translation>Le compte n'a pas de mot de passe.</translation>
        </message>
        <message>
            <source>The account may log in from %1 only.</source>
            <translation>Le compte ne peut ouvrir une session que depuis %1.</translation>
        </message>
        <message>
            <source>The account does not see calls: it needs read = call, without blanks between the classes.</source>
            <translation>Le compte ne voit pas les appels : il lui faut read = call, sans espaces entre les classes.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ManagerConfDialog</name>
        <message>
            <source>An account in manager.conf</source>
            <translation>Un compte dans manager.conf</translation>
        </message>
        <message>
            <source>Add this to /etc/asterisk/manager.conf on the server. Choose a secret, and permit the address of this machine. Then run there: asterisk -rx 'manager reload'</source>
            <translation>Ajoutez ceci à /etc/asterisk/manager.conf sur le serveur. Choisissez un secret et permettez l'adresse de cette machine. Puis lancez là-bas : asterisk -rx 'manager reload'</translation>
        </message>
        <message>
            <source>With call and originate in write, Linescope may act on calls.</source>
            <translation>Avec call et originate dans write, Linescope peut agir sur les appels.</translation>
        </message>
        <message>
            <source>With these rights Linescope can only look.</source>
            <translation>Avec ces droits, Linescope ne peut que regarder.</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Copier</translation>
        </message>
    </context>
    <context>
        <name>Linescope::MappingPanel</name>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>The step that is chosen</source>
            <translation>L'étape choisie</translation>
        </message>
        <message>
            <source>All rules</source>
            <translation>Toutes les règles</translation>
        </message>
        <message>
            <source>The table of all rules, in the help.</source>
            <translation>Le tableau de toutes les règles, dans l'aide.</translation>
        </message>
        <message>
            <source>Asking the source…</source>
            <translation>La source est interrogée…</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) after the first ones are not kept.</source>
            <translation>
                <numerusform>%n étape après les premières n'est pas gardée.</numerusform>
                <numerusform>%n étapes après les premières ne sont pas gardées.</numerusform>
            </translation>
        </message>
        <message>
            <source>The call has gone.</source>
            <translation>L'appel est parti.</translation>
        </message>
        <message>
            <source>Copy all steps with their events, masked if the window is.</source>
            <translation>Copier toutes les étapes avec leurs événements, masqués si la fenêtre l'est.</translation>
        </message>
        <message>
            <source>What the source said</source>
            <translation>Ce que la source a dit</translation>
        </message>
        <message>
            <source>Choose a handle, a call or a line: what its server said of it appears here, and by which rule that became its state.</source>
            <translation>Choisissez une poignée, un appel ou une ligne : ce que son serveur en a dit apparaît ici, et par quelle règle c'est devenu son état.</translation>
        </message>
        <message>
            <source>Nothing is known of how this came about. An Asterisk tells it, as long as the call or the line is there; the simulator and recordings do not.</source>
            <translation>On ne sait pas comment on en est arrivé là. Un Asterisk le dit, tant que l'appel ou la ligne est là ; le simulateur et les enregistrements ne le disent pas.</translation>
        </message>
        <message>
            <source>%1: %2 by the rule %3, without an event (%4).</source>
            <comment>call or line, state, rule, time</comment>
            <translation>%1 : %2 par la règle %3, sans événement (%4).</translation>
        </message>
        <message>
            <source>%1: %2 because of %3, by the rule %4 (%5).</source>
            <comment>call or line, state, event, rule, time</comment>
            <translation>%1 : %2 à cause de %3, par la règle %4 (%5).</translation>
        </message>
        <message>
            <source>The line has gone.</source>
            <translation>La ligne n'existe plus.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::MemoryChart</name>
        <message>
            <source>Retained memory over time</source>
            <translation>Mémoire retenue au fil du temps</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliothèque</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Fournisseur</translation>
        </message>
        <message>
            <source>Others</source>
            <comment>applications</comment>
            <translation>Autres</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>Nothing has been measured yet.</source>
            <translation>Rien n'a encore été mesuré.</translation>
        </message>
        <message>
            <source>Retained at %1: %2; the highest on the chart is %3.</source>
            <translation>Retenu à %1 : %2 ; le plus haut de la courbe est %3.</translation>
        </message>
        <message>
            <source>Library: %1. Provider: %2.</source>
            <translation>Bibliothèque : %1. Fournisseur : %2.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>what, how many bytes</comment>
            <translation>%1 : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::MemoryPanel</name>
        <message>
            <source>Last 10 minutes</source>
            <translation>10 dernières minutes</translation>
        </message>
        <message>
            <source>Last hour</source>
            <translation>Dernière heure</translation>
        </message>
        <message>
            <source>Last 24 hours</source>
            <translation>24 dernières heures</translation>
        </message>
        <message>
            <source>Time shown</source>
            <translation>Durée affichée</translation>
        </message>
        <message>
            <source>By application</source>
            <translation>Par application</translation>
        </message>
        <message>
            <source>Library and provider</source>
            <translation>Bibliothèque et fournisseur</translation>
        </message>
        <message>
            <source>What is stacked</source>
            <translation>Ce qui est empilé</translation>
        </message>
        <message>
            <source>The record of a call belongs to all who hold the call. By application, it is split evenly among their handles; a handle's own record is its application's.</source>
            <translation>La fiche d'un appel appartient à tous ceux qui tiennent l'appel. Par application, elle est répartie à parts égales entre leurs poignées ; la fiche d'une poignée est à son application.</translation>
        </message>
        <message>
            <source>Who holds most</source>
            <translation>Qui tient le plus</translation>
        </message>
        <message>
            <source>Double-click an application to see its retained handles in the table.</source>
            <translation>Double-cliquez sur une application pour voir ses poignées retenues dans le tableau.</translation>
        </message>
        <message>
            <source>Nobody holds a call that is over.</source>
            <translation>Personne ne tient d'appel terminé.</translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>non communiqué</translation>
        </message>
        <message numerus="yes">
            <source>%1, not reported for %n call(s)</source>
            <translation>
                <numerusform>%1, non communiqué pour %n appel</numerusform>
                <numerusform>%1, non communiqué pour %n appels</numerusform>
            </translation>
        </message>
        <message>
            <source>too early to tell</source>
            <translation>trop tôt pour le dire</translation>
        </message>
        <message>
            <source>steady</source>
            <translation>stable</translation>
        </message>
        <message>
            <source>+%1 per hour</source>
            <translation>+%1 par heure</translation>
        </message>
        <message>
            <source>−%1 per hour</source>
            <translation>−%1 par heure</translation>
        </message>
        <message>
            <source>Retained now</source>
            <translation>Retenu maintenant</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliothèque</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Fournisseur</translation>
        </message>
        <message>
            <source>Handles</source>
            <translation>Poignées</translation>
        </message>
        <message>
            <source>Growth</source>
            <translation>Croissance</translation>
        </message>
        <message>
            <source>Judged by</source>
            <translation>D'après</translation>
        </message>
        <message>
            <source>the last %1</source>
            <translation>les dernières %1</translation>
        </message>
        <message>
            <source>No handle is retained</source>
            <translation>Aucune poignée n'est retenue</translation>
        </message>
        <message>
            <source>Oldest: %1 of %2, %3</source>
            <comment>handle, application, how long</comment>
            <translation>La plus ancienne : %1 de %2, %3</translation>
        </message>
        <message>
            <source>The handle whose call has been over for the longest time. Click to select it.</source>
            <translation>La poignée dont l'appel est terminé depuis le plus longtemps. Cliquez pour la sélectionner.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::MessageModel</name>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
    </context>
    <context>
        <name>Linescope::MessagesPanel</name>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Application whose messages are shown</source>
            <translation>Application dont les messages sont montrés</translation>
        </message>
        <message>
            <source>Find in messages</source>
            <translation>Chercher dans les messages</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Retenir</translation>
        </message>
        <message>
            <source>Keep the rows where they are; the log goes on and shows the rest afterwards.</source>
            <translation>Garder les rangées en place ; le journal continue et montre le reste ensuite.</translation>
        </message>
        <message>
            <source>Hold the message log</source>
            <translation>Retenir le journal des messages</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Forget the messages shown so far.</source>
            <translation>Oublier les messages montrés jusqu'ici.</translation>
        </message>
        <message>
            <source>Clear the message log</source>
            <translation>Effacer le journal des messages</translation>
        </message>
        <message>
            <source>All applications</source>
            <translation>Toutes les applications</translation>
        </message>
        <message numerus="yes">
            <source>%n older message(s) dropped</source>
            <translation>
                <numerusform>%n message plus ancien perdu</numerusform>
                <numerusform>%n messages plus anciens perdus</numerusform>
            </translation>
        </message>
        <message>
            <source>No message yet: what applications, engine and providers say to each other appears here.</source>
            <translation>Pas encore de message : ce que se disent applications, moteur et fournisseurs apparaît ici.</translation>
        </message>
        <message>
            <source>That message is not in the log any more.</source>
            <translation>Ce message n'est plus dans le journal.</translation>
        </message>
        <message>
            <source>&amp;Default columns</source>
            <translation>Colonnes par &amp;défaut</translation>
        </message>
        <message>
            <source>No message matches. To see more, clear the search or choose all applications.</source>
            <translation>Aucun message ne correspond. Pour en voir plus, effacez la recherche ou choisissez toutes les applications.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Moments</name>
        <message>
            <source>You look at a recording.</source>
            <translation>Vous regardez un enregistrement.</translation>
        </message>
        <message>
            <source>You look at the past of this session, which goes on.</source>
            <translation>Vous regardez le passé de cette session, qui continue.</translation>
        </message>
        <message>
            <source>reading, %1 %</source>
            <comment>progress</comment>
            <translation>lecture, %1 %</translation>
        </message>
        <message>
            <source>You look at a recording: close it first.</source>
            <translation>Vous regardez un enregistrement : fermez-le d'abord.</translation>
        </message>
        <message>
            <source>You look at the past: go back to live first.</source>
            <translation>Vous regardez le passé : revenez d'abord au direct.</translation>
        </message>
        <message>
            <source>The recording is shown up to where it can be read: %1</source>
            <translation>L'enregistrement est montré jusqu'où il peut être lu : %1</translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) are missing in the recording: the disk was too slow.</source>
            <translation>
                <numerusform>%n événement manque dans l'enregistrement : le disque était trop lent.</numerusform>
                <numerusform>%n événements manquent dans l'enregistrement : le disque était trop lent.</numerusform>
            </translation>
        </message>
        <message>
            <source>Bookmark</source>
            <translation>Signet</translation>
        </message>
        <message>
            <source>What is to be seen here (empty: no bookmark):</source>
            <translation>Ce qu'il y a à voir ici (vide : pas de signet) :</translation>
        </message>
        <message>
            <source>There are too many bookmarks in this recording.</source>
            <translation>Il y a trop de signets dans cet enregistrement.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::NameDialog</name>
        <message>
            <source>Which name?</source>
            <translation>Quel nom ?</translation>
        </message>
    </context>
    <context>
        <name>Linescope::NewAppDialog</name>
        <message>
            <source>New virtual application</source>
            <translation>Nouvelle application virtuelle</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Lancer</translation>
        </message>
        <message>
            <source>tester</source>
            <translation>testeur</translation>
        </message>
        <message>
            <source>&amp;Open every line, also later ones</source>
            <translation>&amp;Ouvre toutes les lignes, aussi les suivantes</translation>
        </message>
        <message>
            <source>&amp;Take calls that are there already (lineGetNewCalls)</source>
            <translation>&amp;Prend les appels déjà là (lineGetNewCalls)</translation>
        </message>
        <message>
            <source>Owner and monitor</source>
            <translation>Propriétaire et observateur</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Propriétaire</translation>
        </message>
        <message>
            <source>Monitor</source>
            <translation>Observateur</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Nom :</translation>
        </message>
        <message>
            <source>API &amp;version:</source>
            <translation>&amp;Version de l'API :</translation>
        </message>
        <message>
            <source>&amp;Privilege:</source>
            <translation>P&amp;rivilège :</translation>
        </message>
        <message>
            <source>&amp;Answers after:</source>
            <translation>&amp;Décroche après :</translation>
        </message>
        <message>
            <source>&amp;Drops a disconnected call after:</source>
            <translation>Raccro&amp;che un appel déconnecté après :</translation>
        </message>
        <message>
            <source>D&amp;eallocates an idle call after:</source>
            <translation>&amp;Libère un appel terminé après :</translation>
        </message>
        <message>
            <source> s</source>
            <translation> s</translation>
        </message>
        <message>
            <source>never</source>
            <translation>jamais</translation>
        </message>
        <message>
            <source>Which name?</source>
            <translation>Quel nom ?</translation>
        </message>
    </context>
    <context>
        <name>Linescope::NextStep</name>
        <message>
            <source>Connect to an Asterisk server, or start the simulator's demo: both are in the Source menu.</source>
            <translation>Connectez-vous à un serveur Asterisk, ou lancez la démo du simulateur : les deux sont dans le menu Source.</translation>
        </message>
        <message>
            <source>Open a line as an application: Line › Open line…</source>
            <translation>Ouvrez une ligne au nom d'une application : Ligne › Ouvrir une ligne…</translation>
        </message>
        <message>
            <source>Wait for a call, or make one: Call › Make call…</source>
            <translation>Attendez un appel, ou passez-en un : Appel › Appeler…</translation>
        </message>
    </context>
    <context>
        <name>Linescope::NoticeBar</name>
        <message>
            <source>Dismiss</source>
            <translation>Masquer</translation>
        </message>
        <message>
            <source>Dismiss the notice</source>
            <translation>Masquer l'avis</translation>
        </message>
    </context>
    <context>
        <name>Linescope::OpenLineDialog</name>
        <message>
            <source>Open line</source>
            <translation>Ouvrir une ligne</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>&amp;OWNER: may become the owner of incoming voice calls</source>
            <translation>&amp;OWNER : peut devenir propriétaire d'appels vocaux entrants</translation>
        </message>
        <message>
            <source>&amp;MONITOR: gets a handle for every call</source>
            <translation>&amp;MONITOR : reçoit une poignée pour chaque appel</translation>
        </message>
        <message>
            <source>&amp;Application:</source>
            <translation>&amp;Application :</translation>
        </message>
        <message>
            <source>&amp;Line:</source>
            <translation>&amp;Ligne :</translation>
        </message>
        <message>
            <source>API &amp;version:</source>
            <translation>&amp;Version de l'API :</translation>
        </message>
        <message>
            <source>Privileges:</source>
            <translation>Privilèges :</translation>
        </message>
        <message>
            <source>There is no application; start one first.</source>
            <translation>Il n'y a aucune application ; lancez-en une d'abord.</translation>
        </message>
        <message>
            <source>There is no line; connect a source first.</source>
            <translation>Il n'y a aucune ligne ; connectez d'abord une source.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Operations</name>
        <message>
            <source>%1 failed: %2.</source>
            <translation>%1 a échoué : %2.</translation>
        </message>
        <message>
            <source>%1 was asked for on %2.</source>
            <translation>%1 a été demandé sur %2.</translation>
        </message>
        <message numerus="yes">
            <source>%n handle(s) given back.</source>
            <translation>
                <numerusform>%n poignée rendue.</numerusform>
                <numerusform>%n poignées rendues.</numerusform>
            </translation>
        </message>
        <message>
            <source>Line %1 is open.</source>
            <translation>La ligne %1 est ouverte.</translation>
        </message>
        <message>
            <source>Line %1 is closed.</source>
            <translation>La ligne %1 est fermée.</translation>
        </message>
        <message>
            <source>Dialling %1.</source>
            <translation>Appel de %1.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Options</name>
        <message>
            <source>Says this and ends.</source>
            <translation>Affiche ceci et s'arrête.</translation>
        </message>
        <message>
            <source>Says the version and ends.</source>
            <translation>Affiche la version et s'arrête.</translation>
        </message>
        <message>
            <source>Where lines and calls come from: simulator:?lines=4&amp;rate=20, asterisk://user@host or asterisks://user@host; none for an empty window. The password comes from the environment variable LINESCOPE_SECRET, the keyring or a dialog.</source>
            <translation>D'où viennent lignes et appels : simulator:?lines=4&amp;rate=20, asterisk://utilisateur@hôte ou asterisks://utilisateur@hôte ; none pour une fenêtre vide. Le mot de passe vient de la variable d'environnement LINESCOPE_SECRET, du trousseau ou d'un dialogue.</translation>
        </message>
        <message>
            <source>The simulator with its demo (this is also what happens without --source).</source>
            <translation>Le simulateur avec sa démo (c'est aussi ce qui se passe sans --source).</translation>
        </message>
        <message>
            <source>Language: en or fr.</source>
            <translation>Langue : en ou fr.</translation>
        </message>
        <message>
            <source>Remembers the window in this file instead of the user's.</source>
            <translation>Garde les réglages dans ce fichier au lieu de celui de l'utilisateur.</translation>
        </message>
        <message>
            <source>Saves a picture of the window and ends.</source>
            <translation>Enregistre une image de la fenêtre et s'arrête.</translation>
        </message>
        <message>
            <source>Milliseconds before the picture is taken.</source>
            <translation>Millisecondes avant la prise de l'image.</translation>
        </message>
        <message>
            <source>Size of the window, for example 1280x800.</source>
            <translation>Taille de la fenêtre, par exemple 1280x800.</translation>
        </message>
        <message>
            <source>Shows telephony lines, calls and call handles after TAPI 2.2.</source>
            <translation>Montre lignes, appels et poignées d'appel selon TAPI 2.2.</translation>
        </message>
        <message>
            <source>--lang can be en or fr.</source>
            <translation>--lang peut être en ou fr.</translation>
        </message>
        <message>
            <source>--after needs a number of milliseconds.</source>
            <translation>--after demande un nombre de millisecondes.</translation>
        </message>
        <message>
            <source>--size needs width and height, for example 1280x800.</source>
            <translation>--size demande largeur et hauteur, par exemple 1280x800.</translation>
        </message>
        <message>
            <source>Password for %1: </source>
            <translation>Mot de passe pour %1 : </translation>
        </message>
        <message>
            <source>There is no password for %1: set LINESCOPE_SECRET or start linescopectl in a terminal.</source>
            <translation>Il n'y a pas de mot de passe pour %1 : définissez LINESCOPE_SECRET ou lancez linescopectl dans un terminal.</translation>
        </message>
        <message>
            <source>See linescopectl --help.</source>
            <translation>Voir linescopectl --help.</translation>
        </message>
        <message>
            <source>One source at a time: "%1" is one too many.</source>
            <translation>Une source à la fois : « %1 » est de trop.</translation>
        </message>
        <message>
            <source>"%1" is not a duration. Write 500ms, 30s, 5m or 1h; at most 500h.</source>
            <translation>« %1 » n'est pas une durée. Écrivez 500ms, 30s, 5m ou 1h ; au plus 500h.</translation>
        </message>
        <message>
            <source>--calls wants a number of calls, 1 or more, not "%1".</source>
            <translation>--calls demande un nombre d'appels, au moins 1, pas « %1 ».</translation>
        </message>
        <message>
            <source>The filter cannot be read. %1</source>
            <translation>Le filtre est illisible. %1</translation>
        </message>
        <message>
            <source>There is no command.</source>
            <translation>Il n'y a pas de commande.</translation>
        </message>
        <message>
            <source>"%1" is not a command.</source>
            <translation>« %1 » n'est pas une commande.</translation>
        </message>
        <message>
            <source>A switch of the engine: unownedIncoming=drop, closeDropsSoleOwned=false or closeCallAfterFailedCreate=true; the help says what they do. Can be given several times.</source>
            <translation>Un réglage du moteur : unownedIncoming=drop, closeDropsSoleOwned=false ou closeCallAfterFailedCreate=true ; l'aide dit ce qu'ils font. Peut être donné plusieurs fois.</translation>
        </message>
        <message>
            <source>--%1 is not for linescopectl %2.</source>
            <translation>--%1 n'est pas pour linescopectl %2.</translation>
        </message>
        <message>
            <source>There is no scenario: linescopectl run FILE...</source>
            <translation>Il n'y a pas de scénario : linescopectl run FICHIER...</translation>
        </message>
        <message>
            <source>A journal holds one session: with --journal, one scenario at a time.</source>
            <translation>Un journal contient une session : avec --journal, un scénario à la fois.</translation>
        </message>
        <message>
            <source>step %1: %2</source>
            <translation>étape %1 : %2</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>Impossible d'écrire %1 : %2</translation>
        </message>
        <message>
            <source>Colours: light, dark, contrast or system.</source>
            <translation>Couleurs : light, dark, contrast ou system.</translation>
        </message>
        <message>
            <source>--style can be light, dark, contrast or system.</source>
            <translation>--style peut être light, dark, contrast ou system.</translation>
        </message>
        <message>
            <source>Shows this view first, one of: %1.</source>
            <translation>Affiche d'abord cette vue, l'une de : %1.</translation>
        </message>
        <message>
            <source>--view can be one of: %1.</source>
            <translation>--view peut être l'une de : %1.</translation>
        </message>
        <message>
            <source>Records all that happens to this file; one that ends in .gz is compressed.</source>
            <translation>Enregistre tout ce qui se passe dans ce fichier ; s'il finit par .gz, il est compressé.</translation>
        </message>
        <message>
            <source>A recording to look at, plain or compressed.</source>
            <translation>Un enregistrement à regarder, compressé ou non.</translation>
        </message>
        <message>
            <source>One recording can be opened at a time; “%1” is one too many.</source>
            <translation>Un seul enregistrement s'ouvre à la fois ; « %1 » est de trop.</translation>
        </message>
        <message>
            <source>There is no recording “%1”; a source is given with --source.</source>
            <translation>Il n'y a pas d'enregistrement « %1 » ; une source se donne par --source.</translation>
        </message>
        <message>
            <source>note</source>
            <translation>note</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>avertissement</translation>
        </message>
        <message>
            <source>violation</source>
            <translation>violation</translation>
        </message>
        <message>
            <source>The journal was cut off: its last line was only begun.</source>
            <translation>Le journal a été coupé : sa dernière ligne n'est que commencée.</translation>
        </message>
        <message numerus="yes">
            <source>%n violation(s)</source>
            <translation>
                <numerusform>%n violation</numerusform>
                <numerusform>%n violations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n avertissement</numerusform>
                <numerusform>%n avertissements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) looked at.</source>
            <translation>
                <numerusform>%n événement examiné.</numerusform>
                <numerusform>%n événements examinés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n fois</numerusform>
                <numerusform>%n fois</numerusform>
            </translation>
        </message>
        <message>
            <source>muted: %1</source>
            <translation>mise en sourdine : %1</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>#%1 after #%2</source>
            <translation>nº %1 après nº %2</translation>
        </message>
        <message>
            <source>Only one of the two sources may need a password.</source>
            <translation>Une seule des deux sources peut demander un mot de passe.</translation>
        </message>
        <message>
            <source>--compress, --roll and --keep are about the file of --journal.</source>
            <translation>--compress, --roll et --keep portent sur le fichier de --journal.</translation>
        </message>
        <message>
            <source>--roll wants a size from 64K on, for example 100M or 2G, not "%1".</source>
            <translation>--roll demande une taille à partir de 64K, par exemple 100M ou 2G, pas « %1 ».</translation>
        </message>
        <message>
            <source>--keep wants a number of files, 1 or more, and --roll.</source>
            <translation>--keep demande un nombre de fichiers, au moins 1, et --roll.</translation>
        </message>
        <message>
            <source>One recording at a time: linescopectl replay JOURNAL.</source>
            <translation>Un enregistrement à la fois : linescopectl replay JOURNAL.</translation>
        </message>
        <message>
            <source>Only one of --json, --table and --csv.</source>
            <translation>Un seul de --json, --table et --csv.</translation>
        </message>
        <message>
            <source>"%1" is no moment. Write #1234 for an event, 2026-11-22T10:41:00Z for a time (UTC), or +5m.</source>
            <translation>« %1 » n'est pas un moment. Écrivez #1234 pour un événement, 2026-11-22T10:41:00Z pour une heure (UTC) ou +5m.</translation>
        </message>
        <message>
            <source>--leaks is for people: record with --json, then linescopectl check --leaks.</source>
            <translation>--leaks est fait pour être lu : enregistrez avec --json, puis linescopectl check --leaks.</translation>
        </message>
        <message>
            <source>--update keeps traces: say where with --golden.</source>
            <translation>--update conserve des traces : dites où avec --golden.</translation>
        </message>
        <message>
            <source>A journal holds one session: --journal and --against do not go together.</source>
            <translation>Un journal contient une session : --journal et --against ne vont pas ensemble.</translation>
        </message>
        <message>
            <source>One journal at a time: linescopectl check JOURNAL.</source>
            <translation>Un journal à la fois : linescopectl check JOURNAL.</translation>
        </message>
        <message>
            <source>--fail-on wants violation, warning or never, not "%1".</source>
            <translation>--fail-on veut violation, warning ou never, pas « %1 ».</translation>
        </message>
        <message>
            <source>"%1" is not a rule. Rules are V-1, T-13 ...</source>
            <translation>« %1 » n'est pas une règle. Les règles sont V-1, T-13 ...</translation>
        </message>
        <message>
            <source>A rule is muted for a reason: --mute %1=REASON.</source>
            <translation>Une règle est mise en sourdine pour une raison : --mute %1=RAISON.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>%1 was cut off; this is what there is of it.</source>
            <translation>%1 a été coupé ; voici ce qu'il en reste.</translation>
        </message>
        <message>
            <source>Before the first event</source>
            <translation>Avant le premier événement</translation>
        </message>
        <message>
            <source>After event #%1, %2</source>
            <translation>Après l'événement #%1, %2</translation>
        </message>
        <message>
            <source>the scenario's provider</source>
            <translation>le fournisseur du scénario</translation>
        </message>
        <message>
            <source>this run</source>
            <translation>cette exécution</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %2: no difference in %n row(s).</source>
            <translation>
                <numerusform>%1 et %2 : aucune différence sur %n rangée.</numerusform>
                <numerusform>%1 et %2 : aucune différence sur %n rangées.</numerusform>
            </translation>
        </message>
        <message>
            <source>There are too many differences: a part was compared row by row.</source>
            <translation>Il y a trop de différences : une partie a été comparée rangée par rangée.</translation>
        </message>
        <message numerus="yes">
            <source>%1 (left) and %2 (right): %n difference(s).</source>
            <translation>
                <numerusform>%1 (gauche) et %2 (droite) : %n différence.</numerusform>
                <numerusform>%1 (gauche) et %2 (droite) : %n différences.</numerusform>
            </translation>
        </message>
        <message>
            <source>A password has no place in the address of the log: set LINESCOPE_LOG_SECRET.</source>
            <translation>Un mot de passe n'a pas sa place dans l'adresse du journal d'appels : donnez-le par LINESCOPE_LOG_SECRET.</translation>
        </message>
        <message>
            <source>--log wants a file, or postgresql://USER@HOST/DATABASE, not "%1".</source>
            <translation>--log demande un fichier, ou postgresql://UTILISATEUR@HÔTE/BASE, et non « %1 ».</translation>
        </message>
        <message>
            <source>The log cannot be written to "%1".</source>
            <translation>Le journal d'appels ne peut pas être écrit dans « %1 ».</translation>
        </message>
        <message numerus="yes">
            <source>the file was not as it had been left, with %n row(s)</source>
            <translation>
                <numerusform>le fichier n'était pas tel qu'il avait été laissé, avec %n ligne</numerusform>
                <numerusform>le fichier n'était pas tel qu'il avait été laissé, avec %n lignes</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no file %1.</source>
            <translation>Il n'y a pas de fichier %1.</translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>Ligne %1 : %2</translation>
        </message>
        <message>
            <source>as it was written, last hash %1</source>
            <translation>tel qu'il a été écrit, dernière empreinte %1</translation>
        </message>
        <message>
            <source>changed or damaged</source>
            <translation>modifié ou endommagé</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s)</source>
            <translation>
                <numerusform>%n acte</numerusform>
                <numerusform>%n actes</numerusform>
            </translation>
        </message>
        <message>
            <source>One audit log at a time: linescopectl audit FILE.</source>
            <translation>Un seul journal d'audit à la fois : linescopectl audit FICHIER.</translation>
        </message>
        <message>
            <source>Usage: linescopectl watch [SOURCE] [--json] [--for DURATION] [--calls N] [--filter EXPR] [--mask]
                          [--engine SWITCH] [--leaks]
                          [--journal FILE [--compress] [--roll SIZE [--keep N]]] [--log PLACE]
       linescopectl run FILE... [--source SOURCE] [--junit FILE] [--journal FILE] [--json] [--mask]
                          [--golden PATH [--update]] [--against SOURCE]
       linescopectl replay JOURNAL [--at MOMENT] [--json|--table|--csv] [--mask]
       linescopectl check JOURNAL [--json] [--fail-on LEVEL] [--mute RULE=REASON] [--leaks]
       linescopectl audit FILE [--mask]
       linescopectl version
       linescopectl --help

watch shows lines, calls and call handles as they change; run plays scenarios and says what failed;
replay shows what was true at a moment of a recording; check says which rules of TAPI a recorded
session broke, and where; audit prints what was done by hand, and says if that log was changed.

SOURCE is one of
  simulator:?lines=4&amp;seed=7&amp;rate=20   calls that are made up (the default)
  asterisk://USER@HOST:5038           the Manager Interface of an Asterisk
  asterisks://USER@HOST:5039          the same over TLS
  replay:FILE?speed=4                 what a provider reported in a recording, against today's rules
The password comes from the environment variable LINESCOPE_SECRET, the keyring or a question.

  --json           print one event a line as JSON, with a header first and a summary last
  --for DURATION   end after 500ms, 30s, 5m, 1h
  --calls N        end after N calls have ended
  --filter EXPR    only what matches, for example: "state:connected -app:recorder"
  --mask           hide numbers and names, all but their last two characters
  --engine SWITCH  unownedIncoming=drop, closeDropsSoleOwned=false, closeCallAfterFailedCreate=true

  --source SOURCE  run: play the scenarios against it, in real time
  --junit FILE     run: write the results as JUnit XML
  --golden PATH    run: compare what happened with a trace that was kept: a file, or a folder of them
  --update         run: keep the traces there instead
  --against SOURCE run: play the scenarios against this source too, and compare what happened
  --journal FILE   record what happens; run: the journal of the one scenario
  --compress       watch: compress the journal (gzip)
  --roll SIZE      watch: go on in another file after 100M, 2G; they are numbered, FILE-0001
  --keep N         watch: keep the last N of them
  --log PLACE      watch: write every call that ends to a database, a file (SQLite) or
                   postgresql://USER@HOST/DATABASE (password: LINESCOPE_LOG_SECRET or the keyring)
  --at MOMENT      replay: #1234, 2026-11-22T10:41:00Z or +5m after the beginning; else the end
  --fail-on LEVEL  check: fail on a violation (the default), on a warning, or never
  --mute RULE=REASON   check: this rule does not count, for example V-42=no-ringer; may be repeated
  --leaks          check, watch: say in the end who holds calls that are over

Exit status: 0 fine; 1 a scenario failed, a trace is different, a finding reached the level or a log
was changed; 2 usage or a file; 3 the source could not be reached.
</source>
            <translation>Usage : linescopectl watch [SOURCE] [--json] [--for DURÉE] [--calls N] [--filter EXPR] [--mask]
                           [--engine RÉGLAGE] [--leaks]
                           [--journal FICHIER [--compress] [--roll TAILLE [--keep N]]] [--log LIEU]
        linescopectl run FICHIER... [--source SOURCE] [--junit FICHIER] [--journal FICHIER] [--json] [--mask]
                           [--golden CHEMIN [--update]] [--against SOURCE]
        linescopectl replay JOURNAL [--at MOMENT] [--json|--table|--csv] [--mask]
        linescopectl check JOURNAL [--json] [--fail-on NIVEAU] [--mute RÈGLE=RAISON] [--leaks]
        linescopectl audit FICHIER [--mask]
        linescopectl version
        linescopectl --help

watch montre les lignes, les appels et les poignées au fil de leurs changements ; run joue des scénarios et dit ce qui
a échoué ; replay montre ce qui était vrai à un moment d'un enregistrement ; check dit quelles règles de TAPI une
session enregistrée a enfreintes, et où ; audit montre ce qui a été fait à la main, et dit si quelqu'un en a modifié le
journal.

SOURCE est une de
  simulator:?lines=4&amp;seed=7&amp;rate=20   des appels inventés (par défaut)
  asterisk://UTILISATEUR@HÔTE:5038    l'interface de gestion d'un Asterisk
  asterisks://UTILISATEUR@HÔTE:5039   la même par TLS
  replay:FICHIER?speed=4              ce qu'un fournisseur a signalé dans un enregistrement, face aux règles d'aujourd'hui
Le mot de passe vient de la variable d'environnement LINESCOPE_SECRET, du trousseau ou d'une question.

  --json            un événement par ligne en JSON, un en-tête d'abord et un résumé à la fin
  --for DURÉE       finit après 500ms, 30s, 5m, 1h
  --calls N         finit après N appels terminés
  --filter EXPR     seulement ce qui convient, par exemple : "state:connected -app:recorder"
  --mask            cache numéros et noms, sauf leurs deux derniers caractères
  --engine RÉGLAGE  unownedIncoming=drop, closeDropsSoleOwned=false, closeCallAfterFailedCreate=true

  --source SOURCE   run : joue les scénarios contre elle, en temps réel
  --junit FICHIER   run : écrit les résultats en JUnit XML
  --golden CHEMIN   run : compare ce qui s'est passé avec une trace conservée : un fichier ou un dossier
  --update          run : y conserve les traces au lieu de comparer
  --against SOURCE  run : joue aussi les scénarios contre cette source et compare ce qui s'est passé
  --journal FICHIER enregistre ce qui se passe ; run : le journal du seul scénario
  --compress        watch : comprime le journal (gzip)
  --roll TAILLE     watch : continue dans un autre fichier après 100M, 2G ; ils sont numérotés, FICHIER-0001
  --keep N          watch : garde les N derniers
  --log LIEU        watch : écrit chaque appel terminé dans une base, un fichier (SQLite) ou
                    postgresql://UTILISATEUR@HÔTE/BASE (mot de passe : LINESCOPE_LOG_SECRET ou le trousseau)
  --at MOMENT       replay : #1234, 2026-11-22T10:41:00Z ou +5m après le début ; sinon la fin
  --fail-on NIVEAU  check : échoue sur une infraction (par défaut), sur un avertissement, ou jamais
  --mute RÈGLE=RAISON  check : cette règle ne compte pas, par exemple V-42=pas-de-sonnerie ; plusieurs fois possible
  --leaks           check, watch : dit à la fin qui tient des appels terminés

Code de retour : 0 bien ; 1 un scénario a échoué, une trace diffère, un constat atteint le niveau ou un journal d'audit
a été modifié ; 2 usage ou fichier ; 3 la source n'a pas pu être jointe.
</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Pages</name>
        <message>
            <source>Views</source>
            <translation>Vues</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>title of a view, number</comment>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>Linescope::PaletteModel</name>
        <message>
            <source>Not now.</source>
            <translation>Pas maintenant.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::PrivacyPage</name>
        <message>
            <source>Privacy</source>
            <translation>Confidentialité</translation>
        </message>
        <message>
            <source>Numbers and names of people</source>
            <translation>Numéros et noms de personnes</translation>
        </message>
        <message>
            <source>&amp;Show:</source>
            <translation>&amp;Montrer :</translation>
        </message>
        <message>
            <source>As they are</source>
            <translation>Tels quels</translation>
        </message>
        <message>
            <source>Only their last two characters</source>
            <translation>Seulement les deux derniers caractères</translation>
        </message>
        <message>
            <source>Invented ones in their place</source>
            <translation>D'autres, inventés, à leur place</translation>
        </message>
        <message>
            <source>&amp;Names as well as numbers</source>
            <translation>Les &amp;noms comme les numéros</translation>
        </message>
        <message>
            <source>Example:</source>
            <translation>Exemple :</translation>
        </message>
        <message>
            <source>This holds for the whole window: every view, tooltip, export and what is copied. The log of messages begins anew. Recordings and what applications see stay as they are.</source>
            <translation>Cela vaut pour toute la fenêtre : vues, infobulles, exports et copies. Le journal des messages recommence. Les enregistrements et ce que voient les applications restent tels quels.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ProvenanceModel</name>
        <message>
            <source>(not an event)</source>
            <translation>(pas un événement)</translation>
        </message>
        <message>
            <source>noted</source>
            <translation>noté</translation>
        </message>
        <message>
            <source>Nothing that the source said, but something that was asked for here, or the connection to it.</source>
            <translation>Rien que la source ait dit, mais quelque chose qui a été demandé ici, ou la connexion avec elle.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>rule, what it says</comment>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Événement</translation>
        </message>
        <message>
            <source>What followed</source>
            <translation>Conséquence</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Règles</translation>
        </message>
        <message>
            <source>new call</source>
            <translation>nouvel appel</translation>
        </message>
        <message>
            <source>The event itself is not kept any more: too much has been said since.</source>
            <translation>L'événement lui-même n'est plus gardé : trop de choses ont été dites depuis.</translation>
        </message>
        <message>
            <source>Steps before this one are not kept.</source>
            <translation>Les étapes avant celle-ci ne sont pas gardées.</translation>
        </message>
        <message>
            <source>in service</source>
            <translation>en service</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>hors service</translation>
        </message>
        <message>
            <source>new line</source>
            <translation>nouvelle ligne</translation>
        </message>
    </context>
    <context>
        <name>Linescope::QaCommands</name>
        <message>
            <source>Test report</source>
            <translation>Rapport de test</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Reading</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>Linescope::RecordedFiles</name>
        <message>
            <source>%1 was removed. A new file goes on from there.</source>
            <translation>%1 a été supprimé. Un nouveau fichier continue à partir de là.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::RecordingDialog</name>
        <message>
            <source>Record</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>&amp;Record</source>
            <translation>&amp;Enregistrer</translation>
        </message>
        <message>
            <source>&amp;Compressed, about a twentieth of the size</source>
            <translation>&amp;Compressé, environ un vingtième de la taille</translation>
        </message>
        <message>
            <source>&amp;Mask numbers and names of people</source>
            <translation>&amp;Masquer numéros et noms de personnes</translation>
        </message>
        <message>
            <source>Begin a &amp;new file when one is full</source>
            <translation>Commencer un &amp;nouveau fichier quand l'un est plein</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>&amp;Parcourir…</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source> MiB</source>
            <translation> Mio</translation>
        </message>
        <message>
            <source>all of them</source>
            <translation>tous</translation>
        </message>
        <message>
            <source>&amp;File:</source>
            <translation>&amp;Fichier :</translation>
        </message>
        <message>
            <source>A file is full &amp;at:</source>
            <translation>Un fichier est &amp;plein à :</translation>
        </message>
        <message>
            <source>Files &amp;kept:</source>
            <translation>Fichiers &amp;gardés :</translation>
        </message>
        <message>
            <source>Record to</source>
            <translation>Enregistrer dans</translation>
        </message>
        <message>
            <source>Recordings (*.jsonl *.jsonl.gz)</source>
            <translation>Enregistrements (*.jsonl *.jsonl.gz)</translation>
        </message>
        <message>
            <source>Say which file to write.</source>
            <translation>Dites quel fichier écrire.</translation>
        </message>
        <message>
            <source>This is a folder: add the name of a file.</source>
            <translation>C'est un dossier : ajoutez le nom d'un fichier.</translation>
        </message>
        <message>
            <source>There is no folder %1.</source>
            <translation>Il n'y a pas de dossier %1.</translation>
        </message>
        <message>
            <source>You may not write to the folder %1.</source>
            <translation>Vous n'avez pas le droit d'écrire dans le dossier %1.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Recordings</name>
        <message>
            <source>Record</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>%1 is there already. Replace it?</source>
            <translation>%1 existe déjà. Le remplacer ?</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <source>Recording: %1</source>
            <translation>Enregistrement : %1</translation>
        </message>
        <message numerus="yes">
            <source>Recorded %n event(s) to %1.</source>
            <translation>
                <numerusform>%n événement enregistré dans %1.</numerusform>
                <numerusform>%n événements enregistrés dans %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>● recording</source>
            <translation>● enregistrement</translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n événement</numerusform>
                <numerusform>%n événements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dropped</source>
            <translation>
                <numerusform>%n perdu</numerusform>
                <numerusform>%n perdus</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::ReplayProvider</name>
        <message>
            <source>%1 (recording)</source>
            <translation>%1 (enregistrement)</translation>
        </message>
        <message>
            <source>Playing %1.</source>
            <translation>Lecture de %1.</translation>
        </message>
        <message>
            <source>%n report(s) were left out.</source>
            <translation>%n rapport a été laissé de côté.</translation>
        </message>
        <message>
            <source>The recording has ended.</source>
            <translation>L'enregistrement est terminé.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ReplaySettings</name>
        <message>
            <source>A recording is named as replay:FILE, for example replay:/tmp/monday.jsonl.</source>
            <translation>Un enregistrement se nomme replay:FICHIER, par exemple replay:/tmp/lundi.jsonl.</translation>
        </message>
        <message>
            <source>"speed" can be 0.01 to 1000 or "max", not "%1".</source>
            <translation>« speed » peut aller de 0.01 à 1000 ou être « max », pas « %1 ».</translation>
        </message>
        <message>
            <source>"%1=%2" is no option of a recording. There are: speed, loop (0 or 1).</source>
            <translation>« %1=%2 » n'est pas une option d'un enregistrement. Il y a : speed, loop (0 ou 1).</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ReportDialog</name>
        <message>
            <source>Test report</source>
            <translation>Rapport de test</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Étape</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Remarque</translation>
        </message>
        <message>
            <source>Manual steps</source>
            <translation>Étapes manuelles</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Remarques</translation>
        </message>
        <message>
            <source>Notes for who reads the report</source>
            <translation>Remarques pour qui lira le rapport</translation>
        </message>
        <message>
            <source>&amp;Add step</source>
            <translation>&amp;Ajouter une étape</translation>
        </message>
        <message>
            <source>&amp;Remove step</source>
            <translation>&amp;Retirer l'étape</translation>
        </message>
        <message>
            <source>&amp;Load…</source>
            <translation>&amp;Charger…</translation>
        </message>
        <message>
            <source>Load a checklist</source>
            <translation>Charger une liste de contrôle</translation>
        </message>
        <message>
            <source>Checklists (*.json);;All files (*)</source>
            <translation>Listes de contrôle (*.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>&amp;Save checklist…</source>
            <translation>&amp;Enregistrer la liste…</translation>
        </message>
        <message>
            <source>Save the checklist</source>
            <translation>Enregistrer la liste de contrôle</translation>
        </message>
        <message>
            <source>&amp;HTML…</source>
            <translation>&amp;HTML…</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Enregistrer le rapport</translation>
        </message>
        <message>
            <source>&amp;PDF…</source>
            <translation>&amp;PDF…</translation>
        </message>
        <message>
            <source>&amp;JUnit…</source>
            <translation>&amp;JUnit…</translation>
        </message>
        <message>
            <source>not done</source>
            <translation>pas faite</translation>
        </message>
        <message>
            <source>✔ passed</source>
            <translation>✔ réussie</translation>
        </message>
        <message>
            <source>✘ failed</source>
            <translation>✘ échouée</translation>
        </message>
        <message>
            <source>– skipped</source>
            <translation>– sautée</translation>
        </message>
        <message>
            <source>Result of step %1</source>
            <translation>Résultat de l'étape %1</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 ne peut pas être lu : %2</translation>
        </message>
        <message numerus="yes">
            <source>The checklist has %n step(s).</source>
            <translation>
                <numerusform>La liste a %n étape.</numerusform>
                <numerusform>La liste a %n étapes.</numerusform>
            </translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>Écrit : %1</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 ne peut pas être écrit : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::RequestForm</name>
        <message>
            <source>&amp;Function:</source>
            <translation>&amp;Fonction :</translation>
        </message>
        <message>
            <source>H42, L3, 0x4000002A or empty</source>
            <translation>H42, L3, 0x4000002A ou vide</translation>
        </message>
        <message>
            <source>several with commas</source>
            <translation>plusieurs avec des virgules</translation>
        </message>
        <message>
            <source>hexadecimal: 0A1B</source>
            <translation>hexadécimal : 0A1B</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Fonction</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ResetPage</name>
        <message>
            <source>Reset</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>Disposition</translation>
        </message>
        <message>
            <source>Reset &amp;layout</source>
            <translation>Rétablir la &amp;disposition</translation>
        </message>
        <message>
            <source>Panels, columns and the size of the window become as they were at the very start.</source>
            <translation>Les panneaux, les colonnes et la taille de la fenêtre redeviennent comme au tout début.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Reset &amp;all settings…</source>
            <translation>Rétablir &amp;tous les réglages…</translation>
        </message>
        <message>
            <source>Everything on these pages becomes as it was at the very start.</source>
            <translation>Tout ce que contiennent ces pages redevient comme au tout début.</translation>
        </message>
        <message>
            <source>Reset all settings</source>
            <translation>Rétablir tous les réglages</translation>
        </message>
        <message>
            <source>Should every setting become as it was at the very start?</source>
            <translation>Faut-il que tous les réglages redeviennent comme au tout début ?</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Rule</name>
        <message>
            <source>Every request is completed exactly once.</source>
            <translation>Chaque demande est terminée exactement une fois.</translation>
        </message>
        <message>
            <source>A second completion, or one of a request that is not pending, belongs to nothing and is dropped. What is never completed is V-11.</source>
            <translation>Une seconde fin, ou celle d'une demande qui n'est pas en attente, n'appartient à rien et est écartée. Ce qui n'est jamais terminé est V-11.</translation>
        </message>
        <message>
            <source>An asynchronous function returns an error or its request number.</source>
            <translation>Une fonction asynchrone rend une erreur ou le numéro de sa demande.</translation>
        </message>
        <message>
            <source>Commands have no return value here: whatever comes of them is a completion.</source>
            <translation>Les commandes n'ont pas de valeur de retour ici : ce qui en vient est une fin de demande.</translation>
        </message>
        <message>
            <source>Nothing is completed that was not asked for.</source>
            <translation>Rien n'est terminé qui n'a pas été demandé.</translation>
        </message>
        <message>
            <source>Shown as V-1: the server cannot tell an unknown number from one that is no longer pending.</source>
            <translation>Montré comme V-1 : le serveur ne distingue pas un numéro inconnu de celui d'une demande qui n'attend plus.</translation>
        </message>
        <message>
            <source>A completion is 0 or a negative error.</source>
            <translation>Une demande finit par 0 ou par une erreur négative.</translation>
        </message>
        <message>
            <source>Applications take any other number for neither success nor failure.</source>
            <translation>Pour les applications, tout autre nombre n'est ni succès ni échec.</translation>
        </message>
        <message>
            <source>No callback before the previous one has returned.</source>
            <translation>Pas d'appel en retour avant la fin du précédent.</translation>
        </message>
        <message>
            <source>Reports go through a queue, one after the other.</source>
            <translation>Les rapports passent par une file, l'un après l'autre.</translation>
        </message>
        <message>
            <source>What a request says is copied before it returns.</source>
            <translation>Ce qu'une demande dit est copié avant son retour.</translation>
        </message>
        <message>
            <source>Commands are values: the provider has its own copy.</source>
            <translation>Les commandes sont des valeurs : le fournisseur a sa propre copie.</translation>
        </message>
        <message>
            <source>lineMakeCall succeeds no later than PROCEEDING.</source>
            <translation>lineMakeCall réussit au plus tard à PROCEEDING.</translation>
        </message>
        <message>
            <source>Until then the application has no handle and cannot abandon the attempt.</source>
            <translation>Jusque-là l'application n'a pas de poignée et ne peut pas abandonner la tentative.</translation>
        </message>
        <message>
            <source>Requests on a call are completed before it is closed.</source>
            <translation>Les demandes sur un appel sont terminées avant sa fermeture.</translation>
        </message>
        <message>
            <source>An application waits for a reply that will not come.</source>
            <translation>Une application attend une réponse qui ne viendra pas.</translation>
        </message>
        <message>
            <source>Requests on a line are completed before it is closed.</source>
            <translation>Les demandes sur une ligne sont terminées avant sa fermeture.</translation>
        </message>
        <message>
            <source>A call that is being made can be given up.</source>
            <translation>Un appel en préparation peut être abandonné.</translation>
        </message>
        <message>
            <source>TSPI_lineCloseCall on it stops the work; the request ends with OPERATIONFAILED.</source>
            <translation>TSPI_lineCloseCall arrête le travail ; la demande finit par OPERATIONFAILED.</translation>
        </message>
        <message>
            <source>Requests end within a time.</source>
            <translation>Les demandes finissent en un temps donné.</translation>
        </message>
        <message>
            <source>A request that hangs keeps its call and the application waiting. Also what was lost on its way.</source>
            <translation>Une demande qui n'en finit pas retient son appel et fait attendre l'application. Vaut aussi pour ce qui s'est perdu en route.</translation>
        </message>
        <message>
            <source>Information is there until TSPI_lineCloseCall.</source>
            <translation>Les informations restent lisibles jusqu'à TSPI_lineCloseCall.</translation>
        </message>
        <message>
            <source>The engine keeps the record that was told last: there is nothing to ask for.</source>
            <translation>Le moteur garde l'enregistrement annoncé en dernier : il n'y a rien à demander.</translation>
        </message>
        <message>
            <source>Nothing is said of a call after TSPI_lineCloseCall.</source>
            <translation>On ne parle plus d'un appel après TSPI_lineCloseCall.</translation>
        </message>
        <message>
            <source>The engine's record is gone, and the name may be another call's.</source>
            <translation>L'enregistrement du moteur a disparu, et le nom peut être celui d'un autre appel.</translation>
        </message>
        <message>
            <source>Nothing is said of a line after TSPI_lineClose.</source>
            <translation>On ne parle plus d'une ligne après TSPI_lineClose.</translation>
        </message>
        <message>
            <source>The engine's record is gone. What was on its way is no finding.</source>
            <translation>L'enregistrement du moteur a disparu. Ce qui était en route n'est pas un constat.</translation>
        </message>
        <message>
            <source>IDLE is the end of a call.</source>
            <translation>IDLE est la fin d'un appel.</translation>
        </message>
        <message>
            <source>Applications have been told that the call is over; a later state is dropped.</source>
            <translation>Les applications savent que l'appel est terminé ; un état ultérieur est écarté.</translation>
        </message>
        <message>
            <source>IDLE is reported once.</source>
            <translation>IDLE est signalé une fois.</translation>
        </message>
        <message>
            <source>Harmless, but a sign of two places that end a call.</source>
            <translation>Sans danger, mais le signe que deux endroits terminent un appel.</translation>
        </message>
        <message>
            <source>A call does not begin with IDLE.</source>
            <translation>Un appel ne commence pas par IDLE.</translation>
        </message>
        <message>
            <source>There was never anything to end. For a call that was made here it is a warning.</source>
            <translation>Il n'y avait rien à terminer. Pour un appel fait ici, c'est un avertissement.</translation>
        </message>
        <message>
            <source>A call is announced before anything is said of it.</source>
            <translation>Un appel est annoncé avant qu'on en parle.</translation>
        </message>
        <message>
            <source>Nobody has a handle to it, so what is said is dropped.</source>
            <translation>Personne n'en a de poignée : ce qui est dit est écarté.</translation>
        </message>
        <message>
            <source>The first message about a new call is its state.</source>
            <translation>Le premier message d'un nouvel appel est son état.</translation>
        </message>
        <message>
            <source>Applications get their handle together with it.</source>
            <translation>Les applications reçoivent leur poignée avec lui.</translation>
        </message>
        <message>
            <source>A new call has a state soon.</source>
            <translation>Un nouvel appel a bientôt un état.</translation>
        </message>
        <message>
            <source>Without one nobody can know what to do with it.</source>
            <translation>Sans état, personne ne sait qu'en faire.</translation>
        </message>
        <message>
            <source>DISCONNECTED comes before IDLE when the other side hangs up.</source>
            <translation>DISCONNECTED précède IDLE quand l'autre côté raccroche.</translation>
        </message>
        <message>
            <source>Only DISCONNECTED says why, and lets information that came with the end be read.</source>
            <translation>Seul DISCONNECTED dit pourquoi, et laisse lire les informations venues avec la fin.</translation>
        </message>
        <message>
            <source>A request that makes a call names it.</source>
            <translation>Une demande qui fait un appel le nomme.</translation>
        </message>
        <message>
            <source>Without a name nothing can be done with the call; the request fails.</source>
            <translation>Sans nom on ne peut rien faire de l'appel ; la demande échoue.</translation>
        </message>
        <message>
            <source>Nothing is said of a new call before its request is completed.</source>
            <translation>On ne parle pas d'un nouvel appel avant la fin de sa demande.</translation>
        </message>
        <message>
            <source>The engine does not know the name yet: what was said is lost.</source>
            <translation>Le moteur n'en connaît pas encore le nom : ce qui a été dit est perdu.</translation>
        </message>
        <message>
            <source>A call that could not be made is not spoken of.</source>
            <translation>On ne parle pas d'un appel qui n'a pas pu être fait.</translation>
        </message>
        <message>
            <source>It never came to be.</source>
            <translation>Il n'a jamais existé.</translation>
        </message>
        <message>
            <source>Names of calls are their own.</source>
            <translation>Chaque appel a un nom à lui.</translation>
        </message>
        <message>
            <source>Two calls of one name cannot be told apart. As a warning: a name that is used again at once invites mix-ups.</source>
            <translation>Deux appels du même nom ne se distinguent pas. Comme avertissement : un nom réutilisé aussitôt invite aux confusions.</translation>
        </message>
        <message>
            <source>A call that the engine refused is not spoken of.</source>
            <translation>On ne parle pas d'un appel que le moteur a refusé.</translation>
        </message>
        <message>
            <source>The provider drops it or announces it again later.</source>
            <translation>Le fournisseur l'abandonne ou l'annonce à nouveau plus tard.</translation>
        </message>
        <message>
            <source>Calls are announced of media that somebody wants.</source>
            <translation>Les appels annoncés sont de médias que quelqu'un veut.</translation>
        </message>
        <message>
            <source>Nobody can become owner of such a call.</source>
            <translation>Personne ne peut devenir propriétaire d'un tel appel.</translation>
        </message>
        <message>
            <source>A call that the engine drops ends.</source>
            <translation>Un appel que le moteur raccroche se termine.</translation>
        </message>
        <message>
            <source>Those who watch it wait for IDLE to clean up.</source>
            <translation>Ceux qui l'observent attendent IDLE pour ranger.</translation>
        </message>
        <message>
            <source>A call that was dropped with success ends.</source>
            <translation>Un appel raccroché avec succès se termine.</translation>
        </message>
        <message>
            <source>The application believes that it is over. A bridged call may stay CONNECTED INACTIVE.</source>
            <translation>L'application le croit terminé. Un appel sur une ligne partagée peut rester CONNECTED INACTIVE.</translation>
        </message>
        <message>
            <source>TSPI_lineCloseCall succeeds.</source>
            <translation>TSPI_lineCloseCall réussit.</translation>
        </message>
        <message>
            <source>It has no result here: the call is gone for the engine in any case.</source>
            <translation>Il n'a pas de résultat ici : pour le moteur, l'appel a disparu dans tous les cas.</translation>
        </message>
        <message>
            <source>CLOSEDROP is true.</source>
            <translation>CLOSEDROP dit vrai.</translation>
        </message>
        <message>
            <source>With it, a call that is closed while it is live ends; without it, another party keeps it. Look at the telephone.</source>
            <translation>Avec lui, un appel fermé en cours de vie se termine ; sans lui, un autre le garde. À voir au téléphone.</translation>
        </message>
        <message>
            <source>A state is exactly one state.</source>
            <translation>Un état est exactement un état.</translation>
        </message>
        <message>
            <source>Applications compare with one bit.</source>
            <translation>Les applications comparent avec un bit.</translation>
        </message>
        <message>
            <source>States follow each other as usual.</source>
            <translation>Les états se suivent comme d'habitude.</translation>
        </message>
        <message>
            <source>Shown by the row of the table: T-01 to T-22.</source>
            <translation>Montré par la rangée du tableau : T-01 à T-22.</translation>
        </message>
        <message>
            <source>A mode is one of its state's.</source>
            <translation>Un mode est un de ceux de son état.</translation>
        </message>
        <message>
            <source>BUSY, DIALTONE, SPECIALINFO and DISCONNECTED without a mode are a warning; a mode of another state is a violation.</source>
            <translation>BUSY, DIALTONE, SPECIALINFO et DISCONNECTED sans mode sont un avertissement ; le mode d'un autre état est une violation.</translation>
        </message>
        <message>
            <source>Modes are not newer than the negotiated version.</source>
            <translation>Les modes ne sont pas plus récents que la version négociée.</translation>
        </message>
        <message>
            <source>A provider is always spoken to in version 2.2, which has all of them.</source>
            <translation>On parle toujours à un fournisseur en version 2.2, qui les a tous.</translation>
        </message>
        <message>
            <source>State and status agree.</source>
            <translation>L'état signalé et l'état demandé concordent.</translation>
        </message>
        <message>
            <source>The status is made of the state that was reported: it cannot differ.</source>
            <translation>Le second est fait de l'état signalé : il ne peut pas différer.</translation>
        </message>
        <message>
            <source>A state is one of dwCallStates.</source>
            <translation>Un état est un de dwCallStates.</translation>
        </message>
        <message>
            <source>Applications prepare for those states only. A record that foresees none is not looked at.</source>
            <translation>Les applications ne se préparent qu'à ces états. Un enregistrement qui n'en prévoit aucun n'est pas regardé.</translation>
        </message>
        <message>
            <source>A state carries the media mode of its call.</source>
            <translation>Un état porte le type de média de son appel.</translation>
        </message>
        <message>
            <source>It decides who becomes owner.</source>
            <translation>Il décide du propriétaire.</translation>
        </message>
        <message>
            <source>CONFERENCED names a conference on the same line.</source>
            <translation>CONFERENCED nomme une conférence de la même ligne.</translation>
        </message>
        <message>
            <source>Applications find the conference by it.</source>
            <translation>Les applications trouvent la conférence par là.</translation>
        </message>
        <message>
            <source>A provider can be entered by several threads.</source>
            <translation>Plusieurs fils peuvent entrer dans un fournisseur.</translation>
        </message>
        <message>
            <source>Each provider has one thread of its own.</source>
            <translation>Chaque fournisseur a son propre fil.</translation>
        </message>
        <message>
            <source>Rings are counted from 0, with a ring mode.</source>
            <translation>Les sonneries sont comptées à partir de 0, avec un mode de sonnerie.</translation>
        </message>
        <message>
            <source>Applications answer at the n-th ring.</source>
            <translation>Des applications répondent à la n-ième sonnerie.</translation>
        </message>
        <message>
            <source>A line rings when a call is offered, and only then.</source>
            <translation>Une ligne sonne quand un appel est présenté, et seulement alors.</translation>
        </message>
        <message>
            <source>Looked at on lines that have rung before and are asked to say so.</source>
            <translation>Regardé sur les lignes qui ont déjà sonné et à qui on a demandé de le dire.</translation>
        </message>
        <message>
            <source>What changes in a record is told.</source>
            <translation>Ce qui change dans un enregistrement est annoncé.</translation>
        </message>
        <message>
            <source>Applications read again only what they are told of.</source>
            <translation>Les applications ne relisent que ce qu'on leur annonce.</translation>
        </message>
        <message>
            <source>What is told has changed.</source>
            <translation>Ce qui est annoncé a changé.</translation>
        </message>
        <message>
            <source>Costs every application a query for nothing.</source>
            <translation>Coûte à chaque application une lecture pour rien.</translation>
        </message>
        <message>
            <source>No information comes after IDLE.</source>
            <translation>Aucune information ne vient après IDLE.</translation>
        </message>
        <message>
            <source>The record of a call that is over stays as it is.</source>
            <translation>L'enregistrement d'un appel terminé reste tel quel.</translation>
        </message>
        <message>
            <source>A provider does not speak of handles and opens.</source>
            <translation>Un fournisseur ne parle ni de poignées ni d'ouvertures.</translation>
        </message>
        <message>
            <source>It cannot know them: they are the engine's.</source>
            <translation>Il ne peut pas les connaître : elles sont au moteur.</translation>
        </message>
        <message>
            <source>A value that an application sets is told.</source>
            <translation>Une valeur posée par une application est annoncée.</translation>
        </message>
        <message>
            <source>The others learn of it only in this way.</source>
            <translation>Les autres ne l'apprennent qu'ainsi.</translation>
        </message>
        <message>
            <source>Call data that an application sets are told.</source>
            <translation>Les données d'appel posées par une application sont annoncées.</translation>
        </message>
        <message>
            <source>The others learn of them only in this way. No data remove them.</source>
            <translation>Les autres ne les apprennent qu'ainsi. Des données vides les enlèvent.</translation>
        </message>
        <message>
            <source>Members that the engine fills are left alone.</source>
            <translation>Les membres que remplit le moteur ne sont pas touchés.</translation>
        </message>
        <message>
            <source>The engine takes the provider's members only.</source>
            <translation>Le moteur ne prend que les membres du fournisseur.</translation>
        </message>
        <message>
            <source>Variable parts lie where they should.</source>
            <translation>Les parties variables sont à leur place.</translation>
        </message>
        <message>
            <source>Records are values with strings: there are no sizes and offsets.</source>
            <translation>Les enregistrements sont des valeurs avec des textes : il n'y a ni tailles ni décalages.</translation>
        </message>
        <message>
            <source>The flags of a party say what is known.</source>
            <translation>Les drapeaux d'un correspondant disent ce qu'on en sait.</translation>
        </message>
        <message>
            <source>ADDRESS with a number, NAME with a name, BLOCKED, OUTOFAREA, UNKNOWN and UNAVAIL with nothing.</source>
            <translation>ADDRESS avec un numéro, NAME avec un nom, BLOCKED, OUTOFAREA, UNKNOWN et UNAVAIL sans rien.</translation>
        </message>
        <message>
            <source>Origin and reason of a call stay.</source>
            <translation>L'origine et la raison d'un appel restent.</translation>
        </message>
        <message>
            <source>UNKNOWN may become known, UNAVAIL never does.</source>
            <translation>UNKNOWN peut devenir connu, UNAVAIL jamais.</translation>
        </message>
        <message>
            <source>A call stays on its address.</source>
            <translation>Un appel reste sur son adresse.</translation>
        </message>
        <message>
            <source>Counts of calls on an address would be wrong.</source>
            <translation>Les nombres d'appels par adresse seraient faux.</translation>
        </message>
        <message>
            <source>An unknown trunk is 0xFFFFFFFF.</source>
            <translation>Un faisceau inconnu est 0xFFFFFFFF.</translation>
        </message>
        <message>
            <source>0 is the number of a trunk.</source>
            <translation>0 est le numéro d'un faisceau.</translation>
        </message>
        <message>
            <source>Counts of calls agree with their states.</source>
            <translation>Les nombres d'appels concordent avec leurs états.</translation>
        </message>
        <message>
            <source>The engine counts the states that were reported.</source>
            <translation>Le moteur compte les états signalés.</translation>
        </message>
        <message>
            <source>Changed counts of calls are told.</source>
            <translation>Un changement du nombre d'appels est annoncé.</translation>
        </message>
        <message>
            <source>The engine counts, so it tells.</source>
            <translation>Le moteur compte, donc il l'annonce.</translation>
        </message>
        <message>
            <source>What is offered in a state is not refused for that state.</source>
            <translation>Ce qui est offert dans un état n'y est pas refusé.</translation>
        </message>
        <message>
            <source>The provider says that it can, and then that it cannot.</source>
            <translation>Le fournisseur dit qu'il peut, puis qu'il ne peut pas.</translation>
        </message>
        <message>
            <source>LINE_CLOSE comes after all requests on the line.</source>
            <translation>LINE_CLOSE vient après toutes les demandes sur la ligne.</translation>
        </message>
        <message>
            <source>They are lost with the line.</source>
            <translation>Elles sont perdues avec la ligne.</translation>
        </message>
        <message>
            <source>After LINE_CLOSE nothing more is said of the line.</source>
            <translation>Après LINE_CLOSE on ne parle plus de la ligne.</translation>
        </message>
        <message>
            <source>The engine has closed it; all handles are void.</source>
            <translation>Le moteur l'a fermée ; toutes les poignées sont nulles.</translation>
        </message>
        <message>
            <source>No LINE_LINEDEVSTATE because a line was closed.</source>
            <translation>Pas de LINE_LINEDEVSTATE parce qu'une ligne a été fermée.</translation>
        </message>
        <message>
            <source>The line is not the provider's to speak of any more.</source>
            <translation>Le fournisseur n'a plus à parler de cette ligne.</translation>
        </message>
        <message>
            <source>TSPI_lineOpen is cheap.</source>
            <translation>TSPI_lineOpen est bon marché.</translation>
        </message>
        <message>
            <source>Take the time: scarce resources are reserved, work is left to lineMakeCall.</source>
            <translation>Mesurer le temps : les ressources rares sont réservées, le travail est laissé à lineMakeCall.</translation>
        </message>
        <message>
            <source>TSPI_lineClose gives everything back.</source>
            <translation>TSPI_lineClose rend tout.</translation>
        </message>
        <message>
            <source>Open the device with another program afterwards.</source>
            <translation>Ouvrir ensuite l'équipement avec un autre programme.</translation>
        </message>
        <message>
            <source>Changes are told that somebody has asked for.</source>
            <translation>Les changements annoncés sont ceux que quelqu'un a demandés.</translation>
        </message>
        <message>
            <source>More is allowed, but costs. What is missing cannot be seen from here.</source>
            <translation>Plus est permis, mais coûte. Ce qui manque ne se voit pas d'ici.</translation>
        </message>
        <message>
            <source>A provider names its own, existing lines.</source>
            <translation>Un fournisseur nomme des lignes à lui, qui existent.</translation>
        </message>
        <message>
            <source>What it says of others is dropped.</source>
            <translation>Ce qu'il dit des autres est écarté.</translation>
        </message>
        <message>
            <source>A new device has a name of its own.</source>
            <translation>Une nouvelle ligne a un nom à elle.</translation>
        </message>
        <message>
            <source>Two devices of one name cannot be told apart.</source>
            <translation>Deux lignes du même nom ne se distinguent pas.</translation>
        </message>
        <message>
            <source>A provider begins and ends once.</source>
            <translation>Un fournisseur commence et finit une fois.</translation>
        </message>
        <message>
            <source>Each session has a new provider object, which cannot remember the one before.</source>
            <translation>Chaque session a un nouvel objet fournisseur, qui ne peut pas se souvenir du précédent.</translation>
        </message>
        <message>
            <source>Nothing succeeds on a line that is out of service.</source>
            <translation>Rien ne réussit sur une ligne hors service.</translation>
        </message>
        <message>
            <source>INVALLINESTATE is what applications expect.</source>
            <translation>Les applications attendent INVALLINESTATE.</translation>
        </message>
        <message>
            <source>Dial strings are looked through before anything is dialled.</source>
            <translation>Les chaînes à composer sont examinées avant la composition.</translation>
        </message>
        <message>
            <source>Dial modifiers that the provider does not know: DIALBILLING, DIALQUIET, DIALDIALTONE, DIALPROMPT, and nothing was done.</source>
            <translation>Pour les signes que le fournisseur ne connaît pas : DIALBILLING, DIALQUIET, DIALDIALTONE, DIALPROMPT, et rien n'a été fait.</translation>
        </message>
        <message>
            <source>One generation of digits at a time, and each ends.</source>
            <translation>Une génération de chiffres à la fois, et chacune finit.</translation>
        </message>
        <message>
            <source>Each ends in LINE_GENERATE with its own number.</source>
            <translation>Chacune finit par LINE_GENERATE avec son propre numéro.</translation>
        </message>
        <message>
            <source>Who is removed from a conference is no longer in it.</source>
            <translation>Qui est retiré d'une conférence n'y est plus.</translation>
        </message>
        <message>
            <source>Which state it should have is not in the contract; that it changes can be seen.</source>
            <translation>L'état qui doit suivre n'est pas dans le contrat ; on voit qu'il change.</translation>
        </message>
        <message>
            <source>Both calls of a swap report their state.</source>
            <translation>Les deux appels d'un échange signalent leur état.</translation>
        </message>
        <message>
            <source>Applications would show the wrong call as active.</source>
            <translation>Des applications montreraient le mauvais appel comme actif.</translation>
        </message>
        <message>
            <source>A transfer ends as it was asked for.</source>
            <translation>Un transfert finit comme demandé.</translation>
        </message>
        <message>
            <source>TRANSFER: both IDLE. CONFERENCE: both CONFERENCED, the conference CONNECTED.</source>
            <translation>TRANSFER : les deux IDLE. CONFERENCE : les deux CONFERENCED, la conférence CONNECTED.</translation>
        </message>
        <message>
            <source>A call that is taken is a new one.</source>
            <translation>Un appel repris est un nouvel appel.</translation>
        </message>
        <message>
            <source>It has a name that no other call has, even if the old one is not closed yet.</source>
            <translation>Il a un nom qu'aucun autre appel n'a, même si l'ancien n'est pas encore fermé.</translation>
        </message>
        <message>
            <source>The engine does nothing with a call before it is made.</source>
            <translation>Le moteur ne fait rien d'un appel avant qu'il soit fait.</translation>
        </message>
        <message>
            <source>But for TSPI_lineCloseCall.</source>
            <translation>Sauf TSPI_lineCloseCall.</translation>
        </message>
        <message>
            <source>The engine closes a call once and forgets its name.</source>
            <translation>Le moteur ferme un appel une fois et en oublie le nom.</translation>
        </message>
        <message>
            <source>Shown in the ladder of a call.</source>
            <translation>Se voit dans l'échelle d'un appel.</translation>
        </message>
        <message>
            <source>The engine uses no name of a line after it closed it.</source>
            <translation>Le moteur n'emploie aucun nom d'une ligne après l'avoir fermée.</translation>
        </message>
        <message>
            <source>The engine does not call back from a callback.</source>
            <translation>Le moteur ne rappelle pas depuis un appel en retour.</translation>
        </message>
        <message>
            <source>Reports are queued.</source>
            <translation>Les rapports passent par une file.</translation>
        </message>
        <message>
            <source>The engine checks arguments before the provider sees them.</source>
            <translation>Le moteur vérifie les arguments avant que le fournisseur les voie.</translation>
        </message>
        <message>
            <source>A provider is never called with a handle that is not valid.</source>
            <translation>Un fournisseur n'est jamais appelé avec une poignée qui n'est pas valable.</translation>
        </message>
        <message>
            <source>The engine tells every change of the media that are wanted.</source>
            <translation>Le moteur annonce tout changement des médias voulus.</translation>
        </message>
        <message>
            <source>Never a reserved bit.</source>
            <translation>Jamais un bit réservé.</translation>
        </message>
        <message>
            <source>A media mode has at least one bit, UNKNOWN with several.</source>
            <translation>Un type de média a au moins un bit, et UNKNOWN avec plusieurs.</translation>
        </message>
        <message>
            <source>The engine refuses others.</source>
            <translation>Le moteur refuse les autres.</translation>
        </message>
        <message>
            <source>A call that was announced begins in a usual state.</source>
            <translation>Un appel annoncé commence par un état habituel.</translation>
        </message>
        <message>
            <source>Not ACCEPTED, BUSY, SPECIALINFO or DISCONNECTED: something was missed. IDLE is V-17.</source>
            <translation>Pas ACCEPTED, BUSY, SPECIALINFO ni DISCONNECTED : quelque chose a été manqué. IDLE est V-17.</translation>
        </message>
        <message>
            <source>A call that was made begins in a usual state.</source>
            <translation>Un appel fait ici commence par un état habituel.</translation>
        </message>
        <message>
            <source>DIALTONE, DIALING, PROCEEDING, RINGBACK, CONNECTED, BUSY, SPECIALINFO, DISCONNECTED or UNKNOWN. IDLE is V-17.</source>
            <translation>DIALTONE, DIALING, PROCEEDING, RINGBACK, CONNECTED, BUSY, SPECIALINFO, DISCONNECTED ou UNKNOWN. IDLE est V-17.</translation>
        </message>
        <message>
            <source>A consultation call begins in a usual state.</source>
            <translation>Un appel de consultation commence par un état habituel.</translation>
        </message>
        <message>
            <source>DIALTONE, DIALING, PROCEEDING or UNKNOWN.</source>
            <translation>DIALTONE, DIALING, PROCEEDING ou UNKNOWN.</translation>
        </message>
        <message>
            <source>A conference begins in a usual state.</source>
            <translation>Une conférence commence par un état habituel.</translation>
        </message>
        <message>
            <source>ONHOLDPENDCONF or CONNECTED.</source>
            <translation>ONHOLDPENDCONF ou CONNECTED.</translation>
        </message>
        <message>
            <source>After %1 comes a state that is usual then.</source>
            <translation>Après %1 vient un état habituel.</translation>
        </message>
        <message>
            <source>Allowed, but suspicious: a state was left out or belongs to another call.</source>
            <translation>Permis, mais suspect : un état manque ou est celui d'un autre appel.</translation>
        </message>
        <message>
            <source>After UNKNOWN any state may come.</source>
            <translation>Après UNKNOWN tout état peut venir.</translation>
        </message>
        <message>
            <source>Never a finding.</source>
            <translation>Jamais un constat.</translation>
        </message>
        <message>
            <source>After IDLE nothing comes.</source>
            <translation>Après IDLE rien ne vient.</translation>
        </message>
        <message>
            <source>Shown as V-15 and V-16.</source>
            <translation>Montré comme V-15 et V-16.</translation>
        </message>
        <message>
            <source>A state goes with the direction of its call.</source>
            <translation>Un état va avec le sens de son appel.</translation>
        </message>
        <message>
            <source>OFFERING and ACCEPTED are of incoming calls, DIALTONE, DIALING, PROCEEDING, RINGBACK, BUSY and SPECIALINFO of outgoing ones.</source>
            <translation>OFFERING et ACCEPTED sont des appels entrants, DIALTONE, DIALING, PROCEEDING, RINGBACK, BUSY et SPECIALINFO des sortants.</translation>
        </message>
        <message>
            <source>A state that is reported again says something new.</source>
            <translation>Un état signalé à nouveau dit du neuf.</translation>
        </message>
        <message>
            <source>RINGBACK and UNKNOWN may be repeated; the others cost every application a message for nothing.</source>
            <translation>RINGBACK et UNKNOWN peuvent se répéter ; les autres coûtent à chaque application un message pour rien.</translation>
        </message>
        <message>
            <source>An application fetches its messages.</source>
            <translation>Une application lit ses messages.</translation>
        </message>
        <message>
            <source>What it does not fetch costs memory; beyond a limit the oldest are dropped. This is about an application, not about a provider.</source>
            <translation>Ce qu'elle ne lit pas coûte de la mémoire ; au-delà d'une limite les plus anciens sont perdus. Il s'agit d'une application, pas d'un fournisseur.</translation>
        </message>
        <message>
            <source>Shown as V-8 or V-10: every request is about a call.</source>
            <translation>Montré comme V-8 ou V-10 : toute demande concerne un appel.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::SafetyPage</name>
        <message>
            <source>Safety</source>
            <translation>Sécurité</translation>
        </message>
        <message>
            <source>Ask before</source>
            <translation>Demander avant</translation>
        </message>
        <message>
            <source>&amp;hanging up a real call</source>
            <translation>de &amp;raccrocher un vrai appel</translation>
        </message>
        <message>
            <source>&amp;deallocating many handles at once</source>
            <translation>de libérer beaucoup de &amp;poignées à la fois</translation>
        </message>
        <message>
            <source>forcing LINE_CLOSE, removing a &amp;line, ending an application</source>
            <translation>de forcer LINE_CLOSE, de retirer une &amp;ligne, d'arrêter une application</translation>
        </message>
        <message>
            <source>disconnecting a &amp;source, letting a provider die</source>
            <translation>de déconnecter une &amp;source, de laisser mourir un fournisseur</translation>
        </message>
        <message>
            <source>Without the question, an act is done at once. None of them can be undone. The dialog “Close line…” comes in any case: it also asks who closes the line.</source>
            <translation>Sans la question, l'action est faite aussitôt. Aucune ne peut être annulée. Le dialogue « Fermer la ligne… » vient dans tous les cas : il demande aussi qui ferme la ligne.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::SaveFile</name>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 could not be written: %2. What was there before is unchanged.</source>
            <translation>Impossible d'écrire %1 : %2. Ce qui s'y trouvait avant est inchangé.</translation>
        </message>
        <message>
            <source>%1 is a folder. Give the name of a file.</source>
            <translation>%1 est un dossier. Donnez le nom d'un fichier.</translation>
        </message>
        <message>
            <source>it is not allowed to write there, or the folder does not exist</source>
            <translation>l'écriture y est interdite, ou le dossier n'existe pas</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>le disque est plein</translation>
        </message>
    </context>
    <context>
        <name>Linescope::SavedViews</name>
        <message>
            <source>All handles</source>
            <translation>Toutes les poignées</translation>
        </message>
        <message>
            <source>Retained</source>
            <translation>Retenues</translation>
        </message>
        <message>
            <source>By application</source>
            <translation>Par application</translation>
        </message>
        <message>
            <source>By state</source>
            <translation>Par état</translation>
        </message>
        <message>
            <source>The view needs a name.</source>
            <translation>Il faut un nom à la vue.</translation>
        </message>
        <message>
            <source>“%1” is a view of Linescope itself. Please take another name.</source>
            <translation>« %1 » est une vue de Linescope. Choisissez un autre nom.</translation>
        </message>
        <message>
            <source>Leaks: retained for over five minutes</source>
            <translation>Fuites : retenues depuis plus de cinq minutes</translation>
        </message>
    </context>
    <context>
        <name>Linescope::SavedViewsDialog</name>
        <message>
            <source>&amp;Rename</source>
            <translation>&amp;Renommer</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Supprimer</translation>
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation>&amp;Monter</translation>
        </message>
        <message>
            <source>Move d&amp;own</source>
            <translation>&amp;Descendre</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>Vues enregistrées</translation>
        </message>
        <message>
            <source>There is another view “%1” already.</source>
            <translation>Il y a déjà une autre vue « %1 ».</translation>
        </message>
        <message>
            <source>No saved view yet. “Save current view” keeps filter, grouping, order and columns.</source>
            <translation>Pas encore de vue. « Enregistrer la vue actuelle » garde filtre, groupement, ordre et colonnes.</translation>
        </message>
        <message>
            <source>no filter</source>
            <translation>aucun filtre</translation>
        </message>
        <message>
            <source>Filter: %1. Grouping: %2.</source>
            <translation>Filtre : %1. Groupement : %2.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Scenarios</name>
        <message>
            <source>Did you mean "%1"?</source>
            <translation>Vouliez-vous dire « %1 » ?</translation>
        </message>
        <message>
            <source>It can be: %1.</source>
            <translation>Possibilités : %1.</translation>
        </message>
        <message>
            <source>This key is not known here.</source>
            <translation>Cette clé est inconnue ici.</translation>
        </message>
        <message>
            <source>%1 is not a number from 0 to %2.</source>
            <translation>%1 n'est pas un nombre de 0 à %2.</translation>
        </message>
        <message>
            <source>%1 is neither true nor false.</source>
            <translation>%1 n'est ni true ni false.</translation>
        </message>
        <message>
            <source>%1 is not a text.</source>
            <translation>%1 n'est pas un texte.</translation>
        </message>
        <message>
            <source>%1 is not bytes: two hexadecimal digits for each, "0A1B".</source>
            <translation>%1 n'est pas une suite d'octets : deux chiffres hexadécimaux pour chacun, « 0A1B ».</translation>
        </message>
        <message>
            <source>%1 is not a name.</source>
            <translation>%1 n'est pas un nom.</translation>
        </message>
        <message>
            <source>%1 is not the name of an open line.</source>
            <translation>%1 n'est pas le nom d'une ligne ouverte.</translation>
        </message>
        <message>
            <source>%1 is not the name of a call.</source>
            <translation>%1 n'est pas le nom d'un appel.</translation>
        </message>
        <message>
            <source>%1 is not the name of a request.</source>
            <translation>%1 n'est pas le nom d'une demande.</translation>
        </message>
        <message>
            <source>Lines are counted from 1.</source>
            <translation>Les lignes se comptent à partir de 1.</translation>
        </message>
        <message>
            <source>%1 is not one digit.</source>
            <translation>%1 n'est pas un seul chiffre.</translation>
        </message>
        <message>
            <source>%1 is not a duration. Write 250ms, 30s, 5m or 1h; at most 24h.</source>
            <translation>%1 n'est pas une durée. Écrivez 250ms, 30s, 5m ou 1h ; au plus 24h.</translation>
        </message>
        <message>
            <source>%1 is not a name that is known here.</source>
            <translation>%1 n'est pas un nom connu ici.</translation>
        </message>
        <message>
            <source>A mode needs the state that it belongs to: "state".</source>
            <translation>Un mode demande l'état auquel il appartient : « state ».</translation>
        </message>
        <message>
            <source>No application "%1" calls lineInitializeEx.</source>
            <translation>Aucune application « %1 » n'appelle lineInitializeEx.</translation>
        </message>
        <message>
            <source>"%1" is not a message.</source>
            <translation>« %1 » n'est pas un message.</translation>
        </message>
        <message>
            <source>"%1" is not a command to the provider.</source>
            <translation>« %1 » n'est pas une commande au fournisseur.</translation>
        </message>
        <message>
            <source>"%1" is not a severity.</source>
            <translation>« %1 » n'est pas une gravité.</translation>
        </message>
        <message>
            <source>%1 is %2, not %3.</source>
            <translation>%1 est %2, et non %3.</translation>
        </message>
        <message>
            <source>"world" is an object: {"calls": 0, "handles": 0}.</source>
            <translation>« world » est un objet : {"calls": 0, "handles": 0}.</translation>
        </message>
        <message>
            <source>What is expected is a "message", a command to the "provider", a "finding", something of the "world", or "nothing".</source>
            <translation>On attend un « message », une commande au fournisseur (« provider »), un constat (« finding »), quelque chose du monde (« world ») ou rien (« nothing »).</translation>
        </message>
        <message>
            <source>Only LINE_APPNEWCALL and LINE_CALLSTATE bring a handle to name.</source>
            <translation>Seuls LINE_APPNEWCALL et LINE_CALLSTATE apportent une poignée à nommer.</translation>
        </message>
        <message>
            <source>Only a command to the provider has a request to name.</source>
            <translation>Seule une commande au fournisseur a une demande à nommer.</translation>
        </message>
        <message>
            <source>"times" and "not" do not go together.</source>
            <translation>« times » et « not » ne vont pas ensemble.</translation>
        </message>
        <message>
            <source>An error comes by "return" or by "reply".</source>
            <translation>Une erreur vient par « return » ou par « reply ».</translation>
        </message>
        <message>
            <source>An error is wanted here; success is what is expected without it.</source>
            <translation>Il faut une erreur ici ; sans elle, c'est le succès qui est attendu.</translation>
        </message>
        <message>
            <source>"has" is an object: {"calledId": "5550100"}.</source>
            <translation>« has » est un objet : {"calledId": "5550100"}.</translation>
        </message>
        <message>
            <source>"%1" is not a function that is known here.</source>
            <translation>« %1 » n'est pas une fonction connue ici.</translation>
        </message>
        <message>
            <source>line %1, column %2</source>
            <translation>ligne %1, colonne %2</translation>
        </message>
        <message>
            <source>The file is larger than %1 MiB.</source>
            <translation>Le fichier dépasse %1 Mio.</translation>
        </message>
        <message>
            <source>A control character stands in the file (%1).</source>
            <translation>Le fichier contient un caractère de commande (%1).</translation>
        </message>
        <message>
            <source>A text is longer than %1 KiB (%2).</source>
            <translation>Un texte dépasse %1 Kio (%2).</translation>
        </message>
        <message>
            <source>An object has more than %1 members (%2).</source>
            <translation>Un objet a plus de %1 membres (%2).</translation>
        </message>
        <message>
            <source>The file is nested more than %1 deep (%2).</source>
            <translation>Le fichier est imbriqué sur plus de %1 niveaux (%2).</translation>
        </message>
        <message>
            <source>The file has more than %1 values.</source>
            <translation>Le fichier a plus de %1 valeurs.</translation>
        </message>
        <message>
            <source>This key is missing.</source>
            <translation>Cette clé manque.</translation>
        </message>
        <message>
            <source>"%1" is not a verb of the provider.</source>
            <translation>« %1 » n'est pas un verbe du fournisseur.</translation>
        </message>
        <message>
            <source>This is not JSON (%1): %2.</source>
            <translation>Ce n'est pas du JSON (%1) : %2.</translation>
        </message>
        <message>
            <source>A scenario is a JSON object.</source>
            <translation>Un scénario est un objet JSON.</translation>
        </message>
        <message>
            <source>A scenario begins with "linescope": "scenario/1".</source>
            <translation>Un scénario commence par "linescope": "scenario/1".</translation>
        </message>
        <message>
            <source>"rules" is a list of rule ids: ["H-24"].</source>
            <translation>« rules » est une liste de règles : ["H-24"].</translation>
        </message>
        <message>
            <source>"provider" is an object: {"type": "simulator"}.</source>
            <translation>« provider » est un objet : {"type": "simulator"}.</translation>
        </message>
        <message>
            <source>"mode" can be "scripted" or "automatic".</source>
            <translation>« mode » peut être « scripted » ou « automatic ».</translation>
        </message>
        <message>
            <source>This can be "keep" or "drop".</source>
            <translation>Ceci peut être « keep » ou « drop ».</translation>
        </message>
        <message>
            <source>A scenario has a list of steps.</source>
            <translation>Un scénario a une liste d'étapes.</translation>
        </message>
        <message>
            <source>With every repeat unrolled there are more than %1 steps.</source>
            <translation>Toutes répétitions déroulées, il y a plus de %1 étapes.</translation>
        </message>
        <message>
            <source>A step has exactly one of "app", "provider", "expect", "wait", "say" and "repeat".</source>
            <translation>Une étape a exactement un de « app », « provider », « expect », « wait », « say » et « repeat ».</translation>
        </message>
        <message>
            <source>At most %1 times.</source>
            <translation>Au plus %1 fois.</translation>
        </message>
        <message>
            <source>A repeat has a list of steps.</source>
            <translation>Une répétition a une liste d'étapes.</translation>
        </message>
        <message>
            <source>A provider of type "%1" does what it does: only a simulator can be told what to report.</source>
            <translation>Un fournisseur de type « %1 » fait ce qu'il fait : seul un simulateur se laisse dicter ce qu'il annonce.</translation>
        </message>
        <message>
            <source>The automatic simulator cannot be told to do this; "mode": "scripted" can.</source>
            <translation>Le simulateur automatique ne se laisse pas commander ceci ; "mode": "scripted" le peut.</translation>
        </message>
        <message>
            <source>There are more than %1 names with $i.</source>
            <translation>Il y a plus de %1 noms avec $i.</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>étape %1</translation>
        </message>
        <message>
            <source>key "%1"</source>
            <translation>clé « %1 »</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>Le fichier est illisible : %1</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>et %1 de plus</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <source>This scenario is for a provider of type "%1": name one with --source.</source>
            <translation>Ce scénario est fait pour un fournisseur de type « %1 » : indiquez-en un avec --source.</translation>
        </message>
        <message>
            <source>The source could not be reached.</source>
            <translation>La source n'a pas pu être jointe.</translation>
        </message>
        <message>
            <source>The request was to end with %1, but its LINE_REPLY says %2.</source>
            <translation>La demande devait finir par %1, mais son LINE_REPLY dit %2.</translation>
        </message>
        <message>
            <source>%1 (round %2)</source>
            <translation>%1 (tour %2)</translation>
        </message>
        <message>
            <source>%1 gave %2; expected was %3.</source>
            <translation>%1 a donné %2 ; on attendait %3.</translation>
        </message>
        <message>
            <source>success</source>
            <translation>succès</translation>
        </message>
        <message>
            <source>%1 by LINE_REPLY</source>
            <translation>%1 par LINE_REPLY</translation>
        </message>
        <message>
            <source>%1 succeeded; expected was %2.</source>
            <translation>%1 a réussi ; on attendait %2.</translation>
        </message>
        <message>
            <source>There are %1 handles, not %2.</source>
            <translation>Il y a %1 poignées, et non %2.</translation>
        </message>
        <message>
            <source>Not as expected: %1.</source>
            <translation>Pas comme attendu : %1.</translation>
        </message>
        <message>
            <source>What is: %1.</source>
            <translation>Ce qui est : %1.</translation>
        </message>
        <message>
            <source>A real source does what it does: only the scripted provider can be told what to report.</source>
            <translation>Une vraie source fait ce qu'elle fait : seul le fournisseur à script se laisse dicter ce qu'il annonce.</translation>
        </message>
        <message>
            <source>This was not to happen, but did: %1.</source>
            <translation>Ceci ne devait pas arriver, mais est arrivé : %1.</translation>
        </message>
        <message>
            <source>Expected was %1. Instead there is: %2.</source>
            <translation>On attendait %1. Au lieu de cela, il y a : %2.</translation>
        </message>
        <message>
            <source>No LINE_REPLY came; expected was %1.</source>
            <translation>Aucun LINE_REPLY n'est venu ; on attendait %1.</translation>
        </message>
        <message>
            <source>The World rebuilt from the events differs from the server's.</source>
            <translation>Le monde reconstruit à partir des événements diffère de celui du serveur.</translation>
        </message>
        <message>
            <source>No request is pending.</source>
            <translation>Aucune demande n'est en attente.</translation>
        </message>
        <message>
            <source>A caption in several languages has a text in "en".</source>
            <translation>Une légende en plusieurs langues a un texte « en ».</translation>
        </message>
        <message>
            <source>"%1" is not the code of a language.</source>
            <translation>« %1 » n'est pas le code d'une langue.</translation>
        </message>
        <message>
            <source>"%1" is not the name of a handle, a line or an application.</source>
            <translation>« %1 » n'est pas le nom d'une poignée, d'une ligne ou d'une application.</translation>
        </message>
        <message>
            <source>A view is a word in small letters.</source>
            <translation>Une vue est un mot en minuscules.</translation>
        </message>
        <message>
            <source>%1 is not a chance: more than 0 and at most 1.</source>
            <translation>%1 n'est pas une probabilité : plus de 0 et au plus 1.</translation>
        </message>
        <message>
            <source>There can be up to %1 lines.</source>
            <translation>Il peut y avoir jusqu'à %1 lignes.</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>Il ne s'est encore rien passé.</translation>
        </message>
        <message>
            <source>The beginning of the session is not there any more: a scenario needs it to come to the same state.</source>
            <translation>Le début de la session n'est plus là : un scénario en a besoin pour arriver au même état.</translation>
        </message>
        <message>
            <source>No application has called a function yet, and no provider has reported anything but its lines.</source>
            <translation>Aucune application n'a encore appelé de fonction, et aucun fournisseur n'a signalé autre chose que ses lignes.</translation>
        </message>
        <message>
            <source>The scenario is larger than a scenario file may be.</source>
            <translation>Le scénario est plus grand qu'un fichier de scénario ne peut l'être.</translation>
        </message>
        <message>
            <source>This is neither a kept trace nor a journal.</source>
            <translation>Ce n'est ni une trace conservée ni un journal.</translation>
        </message>
        <message numerus="yes">
            <source>... %n equal row(s) ...</source>
            <translation>
                <numerusform>... %n rangée identique ...</numerusform>
                <numerusform>... %n rangées identiques ...</numerusform>
            </translation>
        </message>
        <message>
            <source>An application was there before the session began; its messages have been left out.</source>
            <translation>Une application était là avant le début de la session ; ses messages ont été omis.</translation>
        </message>
        <message>
            <source>An application did not fetch its messages (R-4); in a scenario all do.</source>
            <translation>Une application n'a pas retiré ses messages (R-4) ; dans un scénario, toutes le font.</translation>
        </message>
        <message>
            <source>Reports that crossed the close of their line or call on the way, which the engine drops, have been left out.</source>
            <translation>Les rapports qui ont croisé en route la fermeture de leur ligne ou de leur appel, et que le moteur écarte, ont été omis.</translation>
        </message>
        <message>
            <source>A digit that is no character has been left out.</source>
            <translation>Un chiffre qui n'est pas un caractère a été omis.</translation>
        </message>
        <message>
            <source>Fault injected: %1</source>
            <translation>Panne provoquée : %1</translation>
        </message>
        <message>
            <source>The engine refused a call as a fault; in a scenario it cannot.</source>
            <translation>Le moteur a refusé un appel par panne provoquée ; dans un scénario, il ne le peut pas.</translation>
        </message>
        <message>
            <source>The session is longer than a scenario can be; its end has been left out.</source>
            <translation>La session est plus longue qu'un scénario ne peut l'être ; sa fin a été omise.</translation>
        </message>
        <message>
            <source>The session ends within a function; that one has been left out.</source>
            <translation>La session finit au milieu d'une fonction ; celle-ci a été omise.</translation>
        </message>
        <message>
            <source>A provider died while another one had lines: in a scenario there is one provider, and all lines close.</source>
            <translation>Un fournisseur est mort alors qu'un autre avait des lignes : dans un scénario il n'y a qu'un fournisseur, et toutes les lignes se ferment.</translation>
        </message>
        <message>
            <source>The journal cannot be read: %1</source>
            <translation>Le journal ne peut être lu : %1</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Section</name>
        <message>
            <source>shown</source>
            <translation>affiché</translation>
        </message>
        <message>
            <source>folded away</source>
            <translation>replié</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ServerFields</name>
        <message>
            <source>Encrypted (&amp;TLS)</source>
            <translation>Chiffrée (&amp;TLS)</translation>
        </message>
        <message>
            <source>Connect &amp;unencrypted to another machine</source>
            <translation>Se &amp;connecter en clair à une autre machine</translation>
        </message>
        <message>
            <source>SHA-256, only for a certificate of your own</source>
            <translation>SHA-256, seulement pour un certificat à vous</translation>
        </message>
        <message>
            <source>The server's certificate is verified. Asterisk needs tlsenable in manager.conf.</source>
            <translation>Le certificat du serveur est vérifié. Asterisk a besoin de tlsenable dans manager.conf.</translation>
        </message>
        <message>
            <source>Numbers, names and all calls can be read on the way, and the server can be an impostor.</source>
            <translation>Numéros, noms et appels peuvent être lus en chemin, et le serveur peut être un imposteur.</translation>
        </message>
        <message>
            <source>&amp;Host:</source>
            <translation>&amp;Hôte :</translation>
        </message>
        <message>
            <source>&amp;Port:</source>
            <translation>&amp;Port :</translation>
        </message>
        <message>
            <source>Certificate &amp;fingerprint:</source>
            <translation>&amp;Empreinte du certificat :</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Session</name>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Password for %1:</source>
            <translation>Mot de passe pour %1 :</translation>
        </message>
        <message>
            <source>The password could not be kept: %1</source>
            <translation>Le mot de passe n'a pas pu être gardé : %1</translation>
        </message>
        <message>
            <source>%1 is connected already.</source>
            <translation>%1 est déjà connecté.</translation>
        </message>
        <message>
            <source>A source with a password can be compared by linescopectl run --against.</source>
            <translation>Une source à mot de passe peut être comparée par linescopectl run --against.</translation>
        </message>
        <message>
            <source>Nothing is done that cannot be written to the audit log. %1</source>
            <translation>Rien n'est fait qui ne puisse être écrit dans le journal d'audit. %1</translation>
        </message>
        <message>
            <source>It was done, but what came of it cannot be written to the audit log. %1</source>
            <translation>C'est fait, mais ce qui en est résulté ne peut pas être écrit dans le journal d'audit. %1</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Settings</name>
        <message>
            <source>Parts of the settings file %1 cannot be understood and count as absent. The next change writes the file without them: copy it now if you want to correct them.</source>
            <translation>Le fichier de réglages %1 contient des parties incompréhensibles, qui comptent comme absentes. Le prochain changement écrira le fichier sans elles : copiez-le maintenant si vous voulez les corriger.</translation>
        </message>
        <message>
            <source>The settings file %1 cannot be read or written: what you choose will be forgotten. Make sure that its folder exists, that there is room, and that you may write the file.</source>
            <translation>Le fichier de réglages %1 ne peut être lu ou écrit : ce que vous choisissez sera oublié. Vérifiez que son dossier existe, qu'il reste de la place et que vous pouvez écrire le fichier.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Search in the settings</source>
            <translation>Chercher dans les réglages</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Shortcuts</name>
        <message>
            <source>These keys are not known.</source>
            <translation>Ces touches sont inconnues.</translation>
        </message>
        <message>
            <source>%1 is needed to type and to move about. Please take a function key, or keys with Ctrl or Alt.</source>
            <translation>%1 sert à écrire et à se déplacer. Prenez une touche de fonction, ou des touches avec Ctrl ou Alt.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ShortcutsDialog</name>
        <message>
            <source>Shortcuts</source>
            <translation>Raccourcis</translation>
        </message>
        <message>
            <source>Search commands and keys</source>
            <translation>Chercher commandes et touches</translation>
        </message>
        <message>
            <source>Commands and their keys</source>
            <translation>Commandes et leurs touches</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Reset &amp;all…</source>
            <translation>&amp;Tout rétablir…</translation>
        </message>
        <message>
            <source>New keys</source>
            <translation>Nouvelles touches</translation>
        </message>
        <message>
            <source>&amp;No keys</source>
            <translation>A&amp;ucune touche</translation>
        </message>
        <message>
            <source>&amp;Reset</source>
            <translation>&amp;Rétablir</translation>
        </message>
        <message>
            <source>Choose a command, then press its new keys.</source>
            <translation>Choisissez une commande, puis pressez ses nouvelles touches.</translation>
        </message>
        <message>
            <source>New keys for “%1”:</source>
            <translation>Nouvelles touches pour « %1 » :</translation>
        </message>
        <message>
            <source>%1 already belongs to “%2”. Take it from there?</source>
            <translation>%1 appartient déjà à « %2 ». La lui prendre ?</translation>
        </message>
        <message>
            <source>Keys in use</source>
            <translation>Touches déjà prises</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Prendre</translation>
        </message>
        <message>
            <source>Reset all keys</source>
            <translation>Rétablir toutes les touches</translation>
        </message>
        <message>
            <source>Give every command its standard keys back?</source>
            <translation>Rendre à chaque commande ses touches d'origine ?</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>Tout rétablir</translation>
        </message>
        <message>
            <source>Not these keys</source>
            <translation>Pas ces touches</translation>
        </message>
    </context>
    <context>
        <name>Linescope::ShortcutsModel</name>
        <message>
            <source>Command</source>
            <translation>Commande</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Touches</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>D'origine</translation>
        </message>
    </context>
    <context>
        <name>Linescope::SimulatorCommands</name>
        <message>
            <source>Force LINE_CLOSE?</source>
            <translation>Forcer LINE_CLOSE ?</translation>
        </message>
        <message>
            <source>closed by hand</source>
            <translation>fermée à la main</translation>
        </message>
        <message>
            <source>Remove the line?</source>
            <translation>Retirer la ligne ?</translation>
        </message>
        <message>
            <source>Let the provider die?</source>
            <translation>Laisser mourir le fournisseur ?</translation>
        </message>
        <message>
            <source>ended by hand</source>
            <translation>arrêté à la main</translation>
        </message>
        <message>
            <source>Line %1</source>
            <translation>Ligne %1</translation>
        </message>
        <message>
            <source>Add line</source>
            <translation>Ajouter une ligne</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Nom :</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
    </context>
    <context>
        <name>Linescope::SimulatorProvider</name>
        <message>
            <source>Line %1</source>
            <translation>Ligne %1</translation>
        </message>
        <message>
            <source>The line was taken out of service.</source>
            <translation>La ligne a été mise hors service.</translation>
        </message>
        <message>
            <source>Simulating: calls come on request.</source>
            <translation>Simulation : les appels viennent sur demande.</translation>
        </message>
        <message>
            <source>Simulating: calls come and go by themselves, %1 a minute on average.</source>
            <translation>Simulation : les appels vont et viennent d'eux-mêmes, %1 par minute en moyenne.</translation>
        </message>
        <message>
            <source>Simulator</source>
            <translation>Simulateur</translation>
        </message>
        <message>
            <source>The simulator has no such line.</source>
            <translation>Le simulateur n'a pas cette ligne.</translation>
        </message>
        <message>
            <source>The simulated device closed the line.</source>
            <translation>L'équipement simulé a fermé la ligne.</translation>
        </message>
        <message>
            <source>The simulator was told to fail.</source>
            <translation>Le simulateur a reçu l'ordre de tomber.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::SimulatorSettings</name>
        <message>
            <source>“%1” must be a whole number from %2 to %3, not “%4”.</source>
            <translation>« %1 » doit être un nombre entier de %2 à %3, pas « %4 ».</translation>
        </message>
        <message>
            <source>“%1” must be a number from %2 to %3, not “%4”.</source>
            <translation>« %1 » doit être un nombre de %2 à %3, pas « %4 ».</translation>
        </message>
        <message>
            <source>The simulator has no option “%1”; it has %2.</source>
            <translation>Le simulateur n'a pas d'option « %1 » ; il a %2.</translation>
        </message>
        <message>
            <source>The option “%1” is given twice.</source>
            <translation>L'option « %1 » est donnée deux fois.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Source</name>
        <message>
            <source>"apps" can be "demo" or "none", not "%1".</source>
            <translation>« apps » peut être « demo » ou « none », pas « %1 ».</translation>
        </message>
        <message>
            <source>Simulator</source>
            <translation>Simulateur</translation>
        </message>
        <message>
            <source>A password does not belong in the address of a source: others can read it there.</source>
            <translation>Un mot de passe n'a pas sa place dans l'adresse d'une source : d'autres peuvent l'y lire.</translation>
        </message>
        <message>
            <source>%1 (recording)</source>
            <translation>%1 (enregistrement)</translation>
        </message>
        <message>
            <source>"%1" is not a source. Sources are simulator:?lines=4&amp;seed=7&amp;rate=20, asterisk://user@host:5038, asterisks://user@host:5039 and replay:FILE?speed=4.</source>
            <translation>« %1 » n'est pas une source. Les sources sont simulator:?lines=4&amp;seed=7&amp;rate=20, asterisk://utilisateur@hôte:5038, asterisks://utilisateur@hôte:5039 et replay:FICHIER?speed=4.</translation>
        </message>
        <message>
            <source>There is no password for it in the keyring: type it.</source>
            <translation>Il n'y a pas de mot de passe pour cela dans le trousseau : tapez-le.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::StateColorGrid</name>
        <message>
            <source>Colour of %1</source>
            <translation>Couleur de %1</translation>
        </message>
    </context>
    <context>
        <name>Linescope::StateMap</name>
        <message>
            <source>State map</source>
            <translation>Carte des états</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n call(s)</source>
            <translation>
                <numerusform>%1, %n appel</numerusform>
                <numerusform>%1, %n appels</numerusform>
            </translation>
        </message>
        <message>
            <source>Inbound</source>
            <comment>calls</comment>
            <translation>Entrants</translation>
        </message>
        <message>
            <source>Outbound</source>
            <comment>calls</comment>
            <translation>Sortants</translation>
        </message>
        <message>
            <source>usual way, calls in the last minute</source>
            <translation>voie habituelle, appels par minute</translation>
        </message>
        <message>
            <source>unusual, how often</source>
            <translation>inhabituel, nombre de fois</translation>
        </message>
        <message>
            <source>forbidden, how often</source>
            <translation>interdit, nombre de fois</translation>
        </message>
        <message>
            <source>way of the selected call</source>
            <translation>parcours de l'appel choisi</translation>
        </message>
        <message>
            <source>%1/min</source>
            <comment>calls per minute</comment>
            <translation>%1/min</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>new</source>
            <comment>a call that has just begun</comment>
            <translation>nouveau</translation>
        </message>
        <message>
            <source>Came in the last minute: %1.</source>
            <translation>Arrivés pendant la dernière minute : %1.</translation>
        </message>
        <message>
            <source>Went on in the last minute: %1.</source>
            <translation>Repartis pendant la dernière minute : %1.</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n call(s).</source>
            <translation>
                <numerusform>%1 : %n appel.</numerusform>
                <numerusform>%1 : %n appels.</numerusform>
            </translation>
        </message>
        <message>
            <source>It is the end: nothing may follow.</source>
            <translation>C'est la fin : rien ne peut suivre.</translation>
        </message>
        <message>
            <source>What usually follows: %1.</source>
            <translation>Ce qui suit d'habitude : %1.</translation>
        </message>
        <message>
            <source>The selected call was here (step, how long): %1.</source>
            <translation>L'appel choisi est passé ici (étape, durée) : %1.</translation>
        </message>
        <message>
            <source>Click to see these calls in the table.</source>
            <translation>Cliquez pour voir ces appels dans le tableau.</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>from one call state to another</comment>
            <translation>%1 vers %2</translation>
        </message>
        <message>
            <source>A call began with %1</source>
            <translation>Un appel a commencé par %1</translation>
        </message>
        <message>
            <source>%1: forbidden (rule %2).</source>
            <translation>%1 : interdit (règle %2).</translation>
        </message>
        <message>
            <source>%1: allowed, but unusual (rule %2).</source>
            <translation>%1 : permis, mais inhabituel (règle %2).</translation>
        </message>
        <message>
            <source>Since the window watches: %1 times; in the last minute: %2.</source>
            <translation>Depuis que la fenêtre observe : %1 fois ; pendant la dernière minute : %2.</translation>
        </message>
        <message>
            <source>The last call: %1. Click to select it.</source>
            <translation>Le dernier appel : %1. Cliquez pour le sélectionner.</translation>
        </message>
        <message>
            <source>%1: no state is known yet.</source>
            <translation>%1 : aucun état n'est encore connu.</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n step(s), %2 for %3.</source>
            <translation>
                <numerusform>%1 : %n étape, %2 depuis %3.</numerusform>
                <numerusform>%1 : %n étapes, %2 depuis %3.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::StateMapPanel</name>
        <message>
            <source>Moving &amp;lights</source>
            <translation>Lumières mo&amp;biles</translation>
        </message>
        <message>
            <source>Show a light on an arrow when a call goes that way.</source>
            <translation>Montrer une lumière sur une flèche quand un appel l'emprunte.</translation>
        </message>
        <message>
            <source>Way of the selected call</source>
            <translation>Parcours de l'appel choisi</translation>
        </message>
        <message>
            <source>Select a call to see its way. Point at a state to see what usually follows.</source>
            <translation>Choisissez un appel pour voir son parcours. Pointez un état pour voir ce qui suit d'habitude.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Appels</translation>
        </message>
        <message>
            <source>Came in the last minute</source>
            <translation>Arrivés pendant la dernière minute</translation>
        </message>
        <message>
            <source>Went in the last minute</source>
            <translation>Partis pendant la dernière minute</translation>
        </message>
        <message>
            <source>No call yet.</source>
            <translation>Pas encore d'appel.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TablePrinter</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>Page %1 sur %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TablesPage</name>
        <message>
            <source>Tables</source>
            <translation>Tableaux</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Rangées</translation>
        </message>
        <message>
            <source>&amp;Void handles stay for:</source>
            <translation>Les poignées &amp;nulles restent :</translation>
        </message>
        <message>
            <source> s</source>
            <comment>seconds, behind a number</comment>
            <translation> s</translation>
        </message>
        <message>
            <source>no time at all</source>
            <translation>pas du tout</translation>
        </message>
        <message>
            <source>Cells that change &amp;light up for a moment</source>
            <translation>Les cellules qui changent &amp;s'éclairent un instant</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Chiffres</translation>
        </message>
        <message>
            <source>&amp;Memory:</source>
            <translation>&amp;Mémoire :</translation>
        </message>
        <message>
            <source>KiB, MiB (1,024 bytes)</source>
            <translation>Kio, Mio (1 024 octets)</translation>
        </message>
        <message>
            <source>kB, MB (1,000 bytes)</source>
            <translation>ko, Mo (1 000 octets)</translation>
        </message>
        <message>
            <source>Bytes, to the last one</source>
            <translation>Octets, au dernier près</translation>
        </message>
        <message>
            <source>&amp;Times:</source>
            <translation>&amp;Heures :</translation>
        </message>
        <message>
            <source>Time of day (10:41:07.112)</source>
            <translation>Heure du jour (10:41:07.112)</translation>
        </message>
        <message>
            <source>Since Linescope started (+0:12:05.112)</source>
            <translation>Depuis le lancement de Linescope (+0:12:05.112)</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TelephonyCommands</name>
        <message>
            <source>Hang up the call from %1 to %2?</source>
            <translation>Raccrocher l'appel de %1 vers %2 ?</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>Raccrocher</translation>
        </message>
        <message>
            <source>Hang up</source>
            <translation>Raccrocher</translation>
        </message>
        <message>
            <source>closed by hand</source>
            <translation>fermée à la main</translation>
        </message>
        <message>
            <source>Let %1 crash?</source>
            <translation>Faire planter %1 ?</translation>
        </message>
        <message>
            <source>Shut down %1?</source>
            <translation>Arrêter %1 ?</translation>
        </message>
        <message>
            <source>Deallocate the selected handles?</source>
            <translation>Libérer les poignées choisies ?</translation>
        </message>
        <message>
            <source>Deallocate the retained handles? Their applications can no longer read the calls.</source>
            <translation>Libérer les poignées retenues ? Leurs applications ne pourront plus lire les appels.</translation>
        </message>
        <message>
            <source>The call is over, but its record can be read until the handle is deallocated or its line closes (H-7).</source>
            <translation>L'appel est terminé, mais sa fiche reste lisible jusqu'à la libération de la poignée ou la fermeture de sa ligne (H-7).</translation>
        </message>
        <message>
            <source>The record of the call as lineGetCallInfo gives it to the holder of the handle.</source>
            <translation>La fiche de l'appel telle que lineGetCallInfo la donne au détenteur de la poignée.</translation>
        </message>
        <message>
            <source>Call information of %1</source>
            <translation>Informations d'appel de %1</translation>
        </message>
        <message>
            <source>Take the call from %1 to %2 out of the conference?</source>
            <translation>Retirer de la conférence l'appel de %1 à %2 ?</translation>
        </message>
        <message>
            <source>Remove from conference</source>
            <translation>Retirer de la conférence</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TelephonyServer</name>
        <message>
            <source>Request %1 was completed, but none of that number is pending.</source>
            <translation>La demande %1 a été terminée, mais aucune de ce numéro n'est en attente.</translation>
        </message>
        <message>
            <source>A new call was completed without a name of its own.</source>
            <translation>Un nouvel appel a été terminé sans nom à lui.</translation>
        </message>
        <message>
            <source>The device was removed.</source>
            <translation>L'équipement a été retiré.</translation>
        </message>
        <message>
            <source>The provider named a line that it does not have.</source>
            <translation>Le fournisseur a nommé une ligne qu'il n'a pas.</translation>
        </message>
        <message>
            <source>A call was announced on a line that is not open.</source>
            <translation>Un appel a été annoncé sur une ligne qui n'est pas ouverte.</translation>
        </message>
        <message>
            <source>A new call was announced without a name of its own.</source>
            <translation>Un nouvel appel a été annoncé sans nom à lui.</translation>
        </message>
        <message>
            <source>A device was announced by a name that another device has.</source>
            <translation>Une ligne a été annoncée sous le nom d’une autre.</translation>
        </message>
        <message>
            <source>The provider spoke of a call that it has not announced.</source>
            <translation>Le fournisseur a parlé d'un appel qu'il n'a pas annoncé.</translation>
        </message>
        <message>
            <source>The provider spoke of a call after it had been closed.</source>
            <translation>Le fournisseur a parlé d'un appel après sa fermeture.</translation>
        </message>
        <message>
            <source>%1 was reported after IDLE, which is the end of a call.</source>
            <translation>%1 a été signalé après IDLE, qui est la fin d'un appel.</translation>
        </message>
        <message>
            <source>A new call began with IDLE.</source>
            <translation>Un nouvel appel a commencé par IDLE.</translation>
        </message>
        <message>
            <source>Call information was reported after IDLE.</source>
            <translation>Des informations d'appel ont été signalées après IDLE.</translation>
        </message>
        <message>
            <source>The application does not fetch its messages: the oldest are dropped.</source>
            <translation>L'application ne lit pas ses messages : les plus anciens sont perdus.</translation>
        </message>
        <message>
            <source>Starting.</source>
            <translation>Démarrage.</translation>
        </message>
        <message>
            <source>Disconnected.</source>
            <translation>Déconnecté.</translation>
        </message>
        <message>
            <source>The provider reported how many hold the call, which it cannot know.</source>
            <translation>Le fournisseur a annoncé combien tiennent l'appel, ce qu'il ne peut pas savoir.</translation>
        </message>
        <message>
            <source>Generation %1 of digits was ended, but none of that number is under way.</source>
            <translation>La génération de chiffres %1 a été terminée, mais aucune de ce numéro n'est en cours.</translation>
        </message>
        <message>
            <source>The provider reported who opens or closes the line, which it cannot know.</source>
            <translation>Le fournisseur a annoncé qui ouvre ou ferme la ligne, ce qu'il ne peut pas savoir.</translation>
        </message>
        <message>
            <source>The provider spoke of a call that the engine had refused.</source>
            <translation>Le fournisseur a parlé d'un appel que le moteur avait refusé.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TestReport</name>
        <message>
            <source>passed</source>
            <translation>réussi</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>échec</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>sauté</translation>
        </message>
        <message>
            <source>not done</source>
            <translation>pas fait</translation>
        </message>
        <message>
            <source>violation</source>
            <translation>violation</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>avertissement</translation>
        </message>
        <message>
            <source>information</source>
            <translation>information</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Environnement</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Fournisseur</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Linescope</source>
            <translation>Linescope</translation>
        </message>
        <message>
            <source>Qt</source>
            <translation>Qt</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Système</translation>
        </message>
        <message>
            <source>Manual steps</source>
            <translation>Étapes manuelles</translation>
        </message>
        <message>
            <source>No steps were done by hand.</source>
            <translation>Aucune étape n'a été faite à la main.</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>N°</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Étape</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Remarque</translation>
        </message>
        <message>
            <source>Scenarios</source>
            <translation>Scénarios</translation>
        </message>
        <message>
            <source>No scenario was run.</source>
            <translation>Aucun scénario n'a été joué.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>What failed</source>
            <translation>Ce qui a échoué</translation>
        </message>
        <message>
            <source>step %1: %2</source>
            <translation>étape %1 : %2</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
        <message>
            <source>No rule was broken.</source>
            <translation>Aucune règle n'a été enfreinte.</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n fois</numerusform>
                <numerusform>%n fois</numerusform>
            </translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Événement</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Sujet</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Ce qui s'est passé</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Preuves</translation>
        </message>
        <message>
            <source>What the provider can do</source>
            <translation>Ce que sait faire le fournisseur</translation>
        </message>
        <message>
            <source>Nothing is known of the provider.</source>
            <translation>On ne sait rien du fournisseur.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Genre</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Fois</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Échecs</translation>
        </message>
        <message>
            <source>First event</source>
            <translation>Premier événement</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Remarques</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 ne peut pas être écrit : %2</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TimeBar</name>
        <message>
            <source>Moment shown</source>
            <translation>Moment affiché</translation>
        </message>
        <message>
            <source>Previous mark</source>
            <translation>Repère précédent</translation>
        </message>
        <message>
            <source>To the finding or bookmark before this moment.</source>
            <translation>Au constat ou signet d'avant ce moment.</translation>
        </message>
        <message>
            <source>One event back</source>
            <translation>Un événement en arrière</translation>
        </message>
        <message>
            <source>To the moment before the event that was shown last.</source>
            <translation>Au moment d'avant le dernier événement montré.</translation>
        </message>
        <message>
            <source>One event on</source>
            <translation>Un événement en avant</translation>
        </message>
        <message>
            <source>To the moment after the next event.</source>
            <translation>Au moment d'après l'événement suivant.</translation>
        </message>
        <message>
            <source>Next mark</source>
            <translation>Repère suivant</translation>
        </message>
        <message>
            <source>To the finding or bookmark behind this moment.</source>
            <translation>Au constat ou signet d'après ce moment.</translation>
        </message>
        <message>
            <source>%1×</source>
            <comment>speed</comment>
            <translation>%1×</translation>
        </message>
        <message>
            <source>max</source>
            <comment>speed: as fast as possible</comment>
            <translation>max</translation>
        </message>
        <message>
            <source>Speed of playing</source>
            <translation>Vitesse de lecture</translation>
        </message>
        <message>
            <source>Bookmark…</source>
            <translation>Signet…</translation>
        </message>
        <message>
            <source>Marks this moment, with a note, for you and for others.</source>
            <translation>Marque ce moment, avec une note, pour vous et pour d'autres.</translation>
        </message>
        <message>
            <source>Stop playing</source>
            <translation>Arrêter la lecture</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Lire</translation>
        </message>
        <message>
            <source>Stop playing
The views stay where they are.</source>
            <translation>Arrêter la lecture
Les vues restent où elles sont.</translation>
        </message>
        <message>
            <source>Play
From this moment on, at the speed beside it.</source>
            <translation>Lire
À partir de ce moment, à la vitesse d'à côté.</translation>
        </message>
        <message>
            <source>The past of this session</source>
            <translation>Le passé de cette session</translation>
        </message>
        <message>
            <source>Recording %1</source>
            <translation>Enregistrement %1</translation>
        </message>
        <message>
            <source>Back to live</source>
            <translation>Retour au direct</translation>
        </message>
        <message>
            <source>Close recording</source>
            <translation>Fermer l'enregistrement</translation>
        </message>
        <message>
            <source>The views show what is true now. The session has gone on meanwhile.</source>
            <translation>Les vues montrent ce qui est vrai maintenant. La session a continué entre-temps.</translation>
        </message>
        <message>
            <source>The views show this session again.</source>
            <translation>Les vues montrent de nouveau cette session.</translation>
        </message>
        <message>
            <source>%1 · event %2 of %3</source>
            <translation>%1 · événement %2 sur %3</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TimeMachine</name>
        <message>
            <source>%1 cannot be read any more.</source>
            <translation>Impossible de lire %1 plus loin.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Timeline</name>
        <message>
            <source>Call %1 on %2</source>
            <translation>Appel %1 sur %2</translation>
        </message>
        <message>
            <source>  earlier states: before the window watched</source>
            <translation>  états précédents : avant l'observation</translation>
        </message>
        <message>
            <source>holds it</source>
            <translation>tient l'appel</translation>
        </message>
        <message>
            <source>Memory: %1 for each handle, %2 for the call's record, provider %3</source>
            <translation>Mémoire : %1 par poignée, %2 pour la fiche de l'appel, fournisseur %3</translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>non communiqué</translation>
        </message>
        <message>
            <source>%1 since %2, %3</source>
            <translation>%1 depuis %2, %3</translation>
        </message>
        <message>
            <source>Gone since %1</source>
            <translation>Disparu depuis %1</translation>
        </message>
        <message>
            <source>The call is over, but its handles have not all been given back.</source>
            <translation>L'appel est terminé, mais ses poignées n'ont pas toutes été rendues.</translation>
        </message>
        <message>
            <source>States:</source>
            <translation>États :</translation>
        </message>
        <message>
            <source>Nobody has held it.</source>
            <translation>Personne ne l'a tenu.</translation>
        </message>
        <message>
            <source>Holders:</source>
            <translation>Détenteurs :</translation>
        </message>
        <message>
            <source>Handle %1 of %2, %3</source>
            <translation>Poignée %1 de %2, %3</translation>
        </message>
        <message>
            <source>Given at %1</source>
            <translation>Donnée à %1</translation>
        </message>
        <message>
            <source>Live for %1</source>
            <translation>En cours pendant %1</translation>
        </message>
        <message>
            <source>Retained for %1, since %2</source>
            <translation>Retenue %1, depuis %2</translation>
        </message>
        <message>
            <source>Void since %1: %2</source>
            <translation>Nulle depuis %1 : %2</translation>
        </message>
        <message>
            <source>Out of service</source>
            <translation>Hors service</translation>
        </message>
        <message>
            <source>In service again</source>
            <translation>De nouveau en service</translation>
        </message>
        <message>
            <source>%1 closed its line</source>
            <translation>%1 a fermé sa ligne</translation>
        </message>
        <message>
            <source>The provider closed the line (LINE_CLOSE)</source>
            <translation>Le fournisseur a fermé la ligne (LINE_CLOSE)</translation>
        </message>
        <message>
            <source>The line was removed</source>
            <translation>La ligne a été retirée</translation>
        </message>
        <message>
            <source>%1 shut down</source>
            <translation>%1 s'est arrêtée</translation>
        </message>
        <message>
            <source>%1 crashed</source>
            <translation>%1 s'est plantée</translation>
        </message>
        <message>
            <source>retained %1</source>
            <translation>retenue %1</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Appels</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Applications</translation>
        </message>
        <message>
            <source>removed</source>
            <translation>retirée</translation>
        </message>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n appel</numerusform>
                <numerusform>%n appels</numerusform>
            </translation>
        </message>
        <message>
            <source>ended</source>
            <translation>arrêtée</translation>
        </message>
        <message numerus="yes">
            <source>%n handle(s)</source>
            <translation>
                <numerusform>%n poignée</numerusform>
                <numerusform>%n poignées</numerusform>
            </translation>
        </message>
        <message>
            <source>retained</source>
            <translation>retenue</translation>
        </message>
        <message>
            <source>live</source>
            <translation>en cours</translation>
        </message>
        <message numerus="yes">
            <source>%n retained</source>
            <translation>
                <numerusform>%n retenue</numerusform>
                <numerusform>%n retenues</numerusform>
            </translation>
        </message>
        <message>
            <source>now</source>
            <translation>maintenant</translation>
        </message>
        <message>
            <source>Timeline of calls and handles</source>
            <translation>Chronologie des appels et des poignées</translation>
        </message>
        <message>
            <source>Jump to now</source>
            <translation>Aller à maintenant</translation>
        </message>
        <message>
            <source>Show the present again and move along with it (End).</source>
            <translation>Revenir au présent et le suivre (Fin).</translation>
        </message>
        <message>
            <source>No leak: of every call that is over, all handles have been given back.</source>
            <translation>Aucune fuite : toutes les poignées des appels terminés ont été rendues.</translation>
        </message>
        <message>
            <source>No call yet: each call appears here as a bar when it begins.</source>
            <translation>Pas encore d'appel : chaque appel apparaît ici comme une barre dès qu'il commence.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TimelineLegend</name>
        <message>
            <source>Legend</source>
            <translation>Légende</translation>
        </message>
        <message>
            <source>%1: the call is over</source>
            <translation>%1 : l'appel est terminé</translation>
        </message>
        <message>
            <source>handle, live</source>
            <translation>poignée en cours</translation>
        </message>
        <message>
            <source>handle, retained: call over, not given back</source>
            <translation>poignée retenue : appel terminé, poignée non rendue</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>hors service</translation>
        </message>
        <message>
            <source>in service again</source>
            <translation>de nouveau en service</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TimelinePanel</name>
        <message>
            <source>Lines</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Appels</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Applications</translation>
        </message>
        <message>
            <source>What each lane stands for</source>
            <translation>Ce que représente chaque piste</translation>
        </message>
        <message>
            <source>Lane per</source>
            <translation>Pistes :</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Zoom arrière</translation>
        </message>
        <message>
            <source>See more time (-, or the wheel).</source>
            <translation>Voir plus de temps (-, ou la molette).</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Zoom avant</translation>
        </message>
        <message>
            <source>See more detail (+, or the wheel).</source>
            <translation>Voir plus de détails (+, ou la molette).</translation>
        </message>
        <message>
            <source>Fit all</source>
            <translation>Tout voir</translation>
        </message>
        <message>
            <source>See everything from the first call (0).</source>
            <translation>Tout voir depuis le premier appel (0).</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Suivre</translation>
        </message>
        <message>
            <source>Move along with the present (End).</source>
            <translation>Suivre le présent (Fin).</translation>
        </message>
        <message>
            <source>Hide quiet lanes</source>
            <translation>Masquer les pistes calmes</translation>
        </message>
        <message>
            <source>Leave out lanes that have no bar in the time shown.</source>
            <translation>Écarter les pistes sans barre dans le temps affiché.</translation>
        </message>
        <message>
            <source>Leaks only</source>
            <translation>Fuites seulement</translation>
        </message>
        <message>
            <source>Only calls that are over while an application still holds a handle of them.</source>
            <translation>Seulement les appels terminés dont une application tient encore une poignée.</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Légende</translation>
        </message>
        <message>
            <source>What colours, hatching and marks mean.</source>
            <translation>Ce que disent les couleurs, les hachures et les marques.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Tour</name>
        <message>
            <source>The tour plays by itself.</source>
            <translation>La visite se joue toute seule.</translation>
        </message>
        <message>
            <source>Captions</source>
            <translation>Légendes</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Tray</name>
        <message>
            <source>&amp;Hide Linescope</source>
            <translation>&amp;Masquer Linescope</translation>
        </message>
        <message>
            <source>&amp;Pause the view</source>
            <translation>&amp;Figer la vue</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message numerus="yes">
            <source>%n retained handle(s)</source>
            <translation>
                <numerusform>%n poignée retenue</numerusform>
                <numerusform>%n poignées retenues</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Show Linescope</source>
            <translation>&amp;Montrer Linescope</translation>
        </message>
    </context>
    <context>
        <name>Linescope::TreeBar</name>
        <message>
            <source>Expand all</source>
            <translation>Tout déplier</translation>
        </message>
        <message>
            <source>Collapse all</source>
            <translation>Tout replier</translation>
        </message>
        <message>
            <source>Show every handle (key *).</source>
            <translation>Montrer toutes les poignées (touche *).</translation>
        </message>
        <message>
            <source>Show the groups only (key /).</source>
            <translation>Montrer seulement les groupes (touche /).</translation>
        </message>
    </context>
    <context>
        <name>Linescope::VoidPreview</name>
        <message numerus="yes">
            <source>%n handle(s) become void</source>
            <translation>
                <numerusform>%n poignée devient nulle</numerusform>
                <numerusform>%n poignées deviennent nulles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them retained</source>
            <translation>
                <numerusform>dont %n retenue</numerusform>
                <numerusform>dont %n retenues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n live call(s) will be dropped</source>
            <translation>
                <numerusform>%n appel en cours sera raccroché</numerusform>
                <numerusform>%n appels en cours seront raccrochés</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 are freed</source>
            <translation>%1 libérés</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>%1.</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Watch</name>
        <message>
            <source>%1 could not be reached. %2</source>
            <translation>%1 est injoignable. %2</translation>
        </message>
        <message>
            <source>No file can be written to %1.</source>
            <translation>Aucun fichier ne peut être écrit dans %1.</translation>
        </message>
        <message>
            <source>The recording goes on.</source>
            <translation>L'enregistrement continue.</translation>
        </message>
        <message>
            <source>The call log goes on.</source>
            <translation>Le journal d'appels continue.</translation>
        </message>
        <message numerus="yes">
            <source>%n ended call(s) may be missing in the call log.</source>
            <translation>
                <numerusform>%n appel terminé manque peut-être dans le journal d'appels.</numerusform>
                <numerusform>%n appels terminés manquent peut-être dans le journal d'appels.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::WelcomeDialog</name>
        <message>
            <source>Welcome to Linescope</source>
            <translation>Bienvenue dans Linescope</translation>
        </message>
        <message>
            <source>Lines, calls and call handles,
live and after the call is over</source>
            <translation>Lignes, appels et poignées d'appel,
en cours et une fois l'appel terminé</translation>
        </message>
        <message>
            <source>Take the tour</source>
            <translation>Faire la visite</translation>
        </message>
        <message>
            <source>The life of a call handle, told in three minutes.</source>
            <translation>La vie d'une poignée d'appel, racontée en trois minutes.</translation>
        </message>
        <message>
            <source>Start the simulator</source>
            <translation>Lancer le simulateur</translation>
        </message>
        <message>
            <source>Lines with traffic, all inside Linescope. Look around and try things.</source>
            <translation>Des lignes animées, le tout dans Linescope. Regardez, essayez.</translation>
        </message>
        <message>
            <source>Connect to Asterisk</source>
            <translation>Se connecter à Asterisk</translation>
        </message>
        <message>
            <source>Watch the lines and calls of a real server, read-only unless you allow more.</source>
            <translation>Suivre les lignes et les appels d'un vrai serveur, en lecture seule sauf si vous permettez davantage.</translation>
        </message>
        <message>
            <source>&amp;Do not show this again</source>
            <translation>&amp;Ne plus montrer ceci</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Look at the simulator</source>
            <translation>Regarder le simulateur</translation>
        </message>
    </context>
    <context>
        <name>Linescope::WindowCommands</name>
        <message>
            <source>Handles become void</source>
            <translation>Des poignées deviennent nulles</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
    </context>
    <context>
        <name>Linescope::Wording</name>
        <message>
            <source>up</source>
            <translation>en marche</translation>
        </message>
        <message>
            <source>down</source>
            <translation>en panne</translation>
        </message>
        <message>
            <source>initialized</source>
            <translation>initialisée</translation>
        </message>
        <message>
            <source>added</source>
            <translation>ajoutée</translation>
        </message>
        <message>
            <source>removed</source>
            <translation>retirée</translation>
        </message>
        <message>
            <source>in service</source>
            <translation>en service</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>hors service</translation>
        </message>
        <message>
            <source>opened</source>
            <translation>ouverte</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>fermée</translation>
        </message>
        <message>
            <source>released</source>
            <translation>libéré</translation>
        </message>
        <message>
            <source>created</source>
            <translation>créé</translation>
        </message>
        <message>
            <source>retained for %1</source>
            <translation>retenue %1</translation>
        </message>
        <message>
            <source>void</source>
            <translation>nulle</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Handle</source>
            <translation>Poignée</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>App</source>
            <translation>Appli</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>Privilege</source>
            <translation>Privilège</translation>
        </message>
        <message>
            <source>In state</source>
            <translation>Dans l'état</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Octets</translation>
        </message>
        <message>
            <source>Caller → called</source>
            <translation>Appelant → appelé</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>et %1 de plus</translation>
        </message>
        <message>
            <source>calls %1</source>
            <translation>appels %1</translation>
        </message>
        <message>
            <source>handles %1</source>
            <translation>poignées %1</translation>
        </message>
        <message>
            <source>retained %1</source>
            <translation>retenues %1</translation>
        </message>
        <message>
            <source>retained memory %1</source>
            <translation>mémoire retenue %1</translation>
        </message>
        <message>
            <source>void %1</source>
            <translation>nulles %1</translation>
        </message>
        <message>
            <source>findings %1</source>
            <translation>constats %1</translation>
        </message>
        <message>
            <source>IDLE retained</source>
            <translation>IDLE retenue</translation>
        </message>
        <message>
            <source>events lost %1</source>
            <translation>événements perdus %1</translation>
        </message>
    </context>
</TS>
