/** Every error in plain English: what happened, what is safe, what to do. */
import type { ErrorCode } from '../../errors/codes.ts';

export const ERROR_SENTENCES_EN: Readonly<Record<ErrorCode, string>> = {
  INTERNAL:
    'Something went wrong inside the app. What was saved is safe. Try once more; if it happens again, give the code {correlationId} to your administrator.',
  INVALID_INPUT: 'The input cannot be accepted. Nothing was changed. Check it again ({field}).',
  NOT_FOUND: 'What was asked for is not there or was closed. Nothing was changed. Reload the list.',
  CANCELLED: 'The work was cancelled. Nothing half-done was kept.',
  UNTRUSTED_SENDER: 'A request from outside the app’s windows was refused. Your data is safe.',
  INPUT_TOO_LARGE: 'The input is too large. Nothing was saved. Split it into parts.',
  NOT_ALLOWED_IN_THIS_RUNTIME:
    'This development program opens only practice vaults and addresses on this computer. Use the official app for real work.',

  VAULT_LOCKED: 'The vault is locked. Everything saved is safe. Unlock it and try again.',
  VAULT_UNAVAILABLE:
    'The vault program stopped. Everything that was reported as saved is safe. Open the vault again; if it happens again, restart the app.',
  VAULT_NOT_FOUND: 'There is no vault and no backup of one in this folder. Choose the right folder.',
  VAULT_EXISTS:
    'There is a vault in this folder already. It was not touched. Choose another folder or open that vault.',
  VAULT_IN_USE: 'This vault is open in another program. Its content is safe. Lock it there first, then open it again.',
  VAULT_DAMAGED:
    'This vault is damaged and cannot be opened whole. Do not change its folder. Copy the folder as it is, then restore the last backup into a new folder.',
  VAULT_FROM_NEWER_APP: 'This vault was made by a newer Netra. It was not changed. Update the app, then open it again.',
  VAULT_ON_NETWORK:
    'This folder lies on a network or is synchronised to other places. A vault can be damaged and copied there without notice, so it is refused. Choose a folder on this computer’s disk.',
  WRONG_PASSPHRASE:
    'The name or the passphrase does not fit. The vault stays locked and its content is safe. Try again.',
  WRONG_RECOVERY_CODE:
    'The recovery code does not fit. The vault was not changed. Check each group of letters and digits.',
  PASSPHRASE_TOO_WEAK:
    'The passphrase is too easy to guess: {problem}. Nothing was changed yet. Use several random words, at least 12 characters.',
  USER_EXISTS: 'There is a user of that name already. Nothing was changed. Use another name.',
  USER_UNKNOWN: 'There is no such user in this vault. Nothing was changed. Check the name.',
  USER_NAME_NEEDED: 'Several people use this vault. Give the user’s name.',
  LAST_USER: 'This is the vault’s only user and cannot be removed. Add another user first.',
  DISK_NEARLY_FULL:
    'The disk is nearly full: {free:bytes} free, {needed:bytes} needed. Nothing was saved yet. Free some space and try again.',
  DISK_FULL:
    'The disk is full. What was saved is safe; the last piece of work was not saved. Free some space and try again.',
  FOLDER_NOT_EMPTY: 'The folder is not empty. Its content was not touched. Choose an empty or a new folder.',
  FOLDER_NOT_WRITABLE:
    'This place cannot be written to. Nothing was changed. Choose another place or check the permissions.',
  FOLDER_INSIDE_VAULT:
    'This place lies inside the vault’s own folder. Nothing was written. Choose another, best on another medium.',
  BACKUP_FAILED_READ_BACK:
    'The backup does not read as it was written. The vault is whole; that backup was removed. Use another medium and try again.',
  VAULT_IS_BACKUP:
    'This folder is a backup; opening it would change it. Nothing was changed. Restore it into a new folder first, then open that folder.',
  EXPORT_DISK_FULL:
    'The destination is full. The content is safe in the vault; its copy ({name}) was not written. Free some space or choose another place, then save again.',
  BACKUP_DAMAGED: 'The backup is damaged or incomplete ({file}). Nothing was restored. Use another backup.',
  ROLE_NOT_ALLOWED: 'Only those who manage the vault may do this. Nothing was changed. Ask a manager.',
  OWN_USER: 'You cannot remove yourself. Nothing was changed. Ask another manager to do it.',
  JOBS_RUNNING: 'Some work is still running. Nothing was changed. Wait for its end or cancel it, then try again.',
  RECOVERY_CODE_NOT_HELD:
    'The recovery code is kept nowhere, so it cannot be compared once the vault was locked. Make a new recovery code and confirm it.',

  FILE_NOT_FOUND: 'The file was not found: {name}. Nothing was changed. Choose the file again.',
  FILE_UNREADABLE: 'The file cannot be read: {name}. Nothing was changed. Check the file or its medium.',
  FILE_TOO_LARGE: 'The file is too large. Nothing was saved. Use a smaller file.',
  FILE_EMPTY: 'The file[ {name}] is empty. Nothing was saved. Check the file.',
  FILE_EXISTS: 'File {name} exists and was not overwritten. Choose another name, or add --force to overwrite it.',
  WORKER_TIMEOUT: 'Reading the file took too long and was stopped. The vault is whole. Check the file and try again.',
  WORKER_MEMORY:
    'Reading the file needed too much memory and was stopped. The vault is whole. Check whether the file is sound.',
  WORKER_CRASHED:
    'The program that reads files stopped suddenly. The vault is whole. Try again; if it happens again the file may be damaged.',

  ROSTER_FORMAT_UNSUPPORTED: 'The file[ {name}] is no table that can be read. Nothing was imported. Save it as .xlsx.',
  ROSTER_FILE_DAMAGED:
    'The table[ {name}] is damaged[ in sheet {sheet}][, row {row}][ ({problem:damage})]. Nothing was imported. Open it and save it again as .xlsx.',
  ROSTER_FILE_ENCRYPTED:
    'The table[ {name}] is locked with a password. Nothing was imported. Enter its password, or save a copy without one.',
  ROSTER_PASSWORD_WRONG:
    'The password of the file[ {name}] is not right. Nothing was imported. Check capital letters and try again.',
  ROSTER_LIMIT_EXCEEDED:
    'The table[ {name}] exceeds a safe limit ({limit:limit}). Nothing was imported. Split it into several files.',
  ROSTER_NO_HEADER: 'No row of column headings was found. Nothing was imported. Point at the heading row.',
  ROSTER_NO_NAME_COLUMN: 'No column was chosen for the name. Nothing was imported. Point at the column with names.',
  ROSTER_SHEET_UNKNOWN: 'There is no such sheet in the file: {sheet}. Nothing was imported. Choose one that is there.',
  ROSTER_PLAN_STALE: 'The roster changed since the preview. Nothing was imported. Make the preview again.',
  ROSTER_NOTHING_TO_IMPORT: 'No row can be imported. The roster is unchanged. Check the column mapping.',
  ROSTER_PLAN_UNKNOWN: 'The result of the check is gone. Nothing was imported. Check the file once more.',
  ROSTER_IMPORT_IN_USE: 'Other records already rest on this import. Nothing was undone. Look at what depends on it.',
  ROSTER_IMPORT_UNDONE: 'This import was undone before. Nothing changed.',

  CASE_UNKNOWN: 'There is no such case in this vault. Nothing was changed. Check the number.',
  EMPLOYEE_UNKNOWN: 'There is no such person in the roster. Nothing was changed. Check the NIP or the name.',
  EVIDENCE_UNKNOWN: 'There is no such evidence in this vault. Nothing was changed. Check the number.',
  EVIDENCE_DAMAGED:
    'This evidence is damaged: its bytes are no longer those that were saved. Other evidence is not affected. Restore it from a backup.',
  EVIDENCE_MISSING:
    'The bytes of this evidence are missing from the vault’s folder. Other evidence is not affected. Restore it from a backup.',
  REASON_NEEDED: 'This needs a reason. Nothing was changed. Write down the reason.',
  STATUS_NOT_ALLOWED: 'The status cannot be changed in this way from the present one. Nothing was changed.',
  ALREADY_LINKED: 'It is linked already. Nothing was changed.',
  EVIDENCE_NOT_IN_CASE:
    'That evidence is not in this case, or was withdrawn. Nothing was changed. File it in this case first.',
  GRADE_NOT_CARRIED:
    'The confidence can only be lowered below what the reasons carry. Nothing was changed. To raise it, record a reason with evidence.',
  IMAGE_UNREADABLE: 'The picture cannot be read. The original file was not changed.',
  COPY_UNCHANGED:
    'Nothing was masked, cropped or marked yet. No copy was made; the original is untouched. Do something to the picture, then save.',
  COPY_EDIT_OUTSIDE:
    'Edit {place} of the list {part} does not lie inside the part of the picture that is kept ({problem}). No copy was made; the original is untouched. Correct its place.',

  STAGE_ENDS_BEFORE_START: 'The stage ends before it begins ({one}). Nothing was saved. Correct the days.',
  STAGE_DETERMINATION_ONE_DAY:
    'Candidates are determined on one day, not over several ({one}). Nothing was saved. Give that day; another day for one candidate stands with that candidate.',
  STAGE_CAMPAIGN_IN_QUIET_PERIOD:
    'The campaign ({one}) overlaps the quiet period ({other}). Nothing was saved. Correct one of the days.',
  STAGE_CAMPAIGN_ON_VOTING_DAY:
    'The campaign ({one}) covers a voting day ({other}). Nothing was saved. Correct one of the days.',
  STAGE_CAMPAIGN_AFTER_VOTING:
    'The campaign ({one}) begins after the last voting day ({other}). Nothing was saved. Correct one of the days, or add the next round first.',
  STAGE_VOTING_BEFORE_DETERMINATION:
    'Voting day ({one}) must come after candidates are determined ({other}). Nothing was saved. Correct one of the days.',
  OFFICE_OTHER_REGIME:
    'That office is not voted on[ under the regime {regime}]. Nothing was saved. Choose another office or election.',
  DAYS_BACKWARDS: 'The last day ({until}) comes before the first ({from}). Nothing was saved. Correct the days.',
  CANDIDATE_DAYS_ORDER:
    'The candidate’s days cannot follow each other so: known, then determined, then withdrawn. Nothing was saved. Correct the days.',
  CANDIDATE_NUMBER_TAKEN:
    'Ballot number {number} is another candidate’s for the same office and area. Nothing was saved. Check the number.',

  ADDRESS_NOT_ALLOWED: 'This address may not be opened in the capture window. Nothing was captured. Check the address.',
  PROFILES_OFF:
    'Profiles of the office’s account are not turned on. Nothing was changed. A manager of the vault can turn them on in Settings.',
  PROFILE_UNKNOWN: 'There is no such profile (any more). Nothing was changed. Open the list of profiles again.',
  ACCOUNT_DATA_NOT_CHOSEN:
    'This file holds data of the officer’s account. Nothing was written. Choose expressly if it is meant to leave.',
  CAPTURE_WINDOW_CLOSED: 'The capture window was closed. What was reported as saved is safe. Open the window again.',
  CAPTURE_NOTHING_LOADED: 'No page was loaded yet. Open its address first.',
  CAPTURE_BUSY: 'Another capture is still running. Wait for its end, then try again.',
  CAPTURE_PAGE_SILENT: 'The page does not answer. Reload it, then try again.',
  CAPTURE_INTERRUPTED:
    'The capture was cut short, because the vault was locked or the app was closed. Nothing of it was kept. It can be done again.',
  CAPTURE_NOT_GUARDED:
    'The capture window was not opened because its network protection could not be switched on. Close Netra, open it again and try once more.',
  CAPTURE_NOT_LOADED: 'The page did not load. Nothing of this attempt was kept. It is tried again after a pause.',
  QUEUE_STATE_NOT_ALLOWED:
    'The queue or the address has moved on meanwhile. Nothing was changed. Look at its state again.',
  SECOND_LOOK_PLANNED: 'A second look is planned for that day already. Nothing was changed.',
  MONITORING_STATE_NOT_ALLOWED:
    'The round or the account has moved on meanwhile. Nothing was changed. Look at its state again.',
  MONITORING_NOBODY: 'Nobody fits this plan. No round was begun. Widen the choice.',
  SCREEN_WAYLAND:
    'This desktop session (Wayland) does not let an app take pictures of the screen. Nothing was kept. Use the system’s screenshot, then paste it or add its file.',
  SCREEN_NOT_PERMITTED:
    'The system does not allow Netra to record the screen. Nothing was kept. Allow it in the system’s privacy settings, open Netra again, then try again.',
  SCREEN_NOT_READABLE:
    'No picture of the screen could be had from the system. Nothing was kept. Use the system’s screenshot, then paste it or add its file.',
  SCREEN_BLACK:
    'The picture that came from the system is black throughout; what is there may be protected from screenshots. Nothing was kept. Take a photo of the screen and add it as a file.',

  REPORT_NO_EVIDENCE: 'This case has no evidence yet. No report was made. Add evidence first.',
  REPORT_LEGAL_UNVERIFIED: 'The legal basis was not verified. Only a draft can be made.',
  DOCUMENT_NEEDS_CASE: 'This document is made from a case. Choose the case.',
  DOCUMENT_FIELD_NEEDED: 'A required field is still empty: {field}. No document was made.',
  DOCUMENT_FIELD_UNKNOWN: 'This kind of document has no such field[: {field}].',
  DOCUMENT_FIELD_WRONG: 'The field {field} has the wrong form. Dates are written 2026-11-23, times 09:30.',
  DOCUMENT_NUMBER_USED: 'The number {number} was given to another document of this kind. Choose another one.',
  DOCUMENT_NUMBER_BUSY:
    'Other documents issued at the same time kept taking the number. Nothing was issued. Try again.',
  DOCUMENT_TEMPLATE_TOKEN:
    'The number’s pattern holds {token}, which is not known. Known are: sifat, kode_klasifikasi, urut, kode_opd, bulan_romawi, bulan, tahun.',
  DOCUMENT_TEMPLATE_NO_NUMBER: 'The pattern {template} has no running number: two documents would get the same one.',
  DOCUMENT_OTHER_KIND: 'A document replaces one of the same kind and case only.',
  DOCUMENT_REPLACED: 'That document was already replaced[ by number {number}]. Replace the last one.',
  DOCUMENT_TWIN_VARIANT: 'The same number is only for the masked version of a full document that was issued.',
  DOCUMENT_TWIN_OTHER:
    'A masked version must be of the same kind and the same case, public report or day as the full document.',
  DOCUMENT_TWIN_NOT_IN_FORCE:
    'That full document was replaced, or is a draft while its masked version would be final. Make the masked version of the newest full document; if that is a draft, issue its replacement first.',
  DOCUMENT_TWIN_THERE:
    'The masked version of that document was issued already[ (number {number})]. To make it again, issue a replacement of that version.',
  SIGNATORY_UNKNOWN: 'The chosen signatory is no longer in the settings. Choose another one.',
  WORDING_TEXT_UNKNOWN: 'This kind of document has no such text[: {text}].',
  WORDING_FIELD_UNKNOWN: 'The text “{text}” holds {field}, which is not known. Usable are: {allowed}.',
  WORDING_EMPTY: 'The text “{text}” is empty. Fill it in or set it back.',
  BATCH_EMPTY: 'No case matches this selection.',
  REPORT_UNKNOWN: 'There is no such report in this vault. Check the number.',
  P12_WRONG_PASSPHRASE:
    'The password of the certificate file does not fit, or the file is damaged. The document was not signed. Check capital and small letters and try again.',
  P12_UNREADABLE: 'The certificate file cannot be read. The document was not signed. Use a whole .p12 file.',
  P12_SCHEME_UNSUPPORTED:
    'The certificate file is locked in a way that is not known here. The document was not signed. Save it anew as .p12 with AES-256 and SHA-256, or ask its issuer for another file.',
  P12_KEY_UNSUPPORTED:
    'The key in the certificate file is too short, or of a kind that is not supported yet. The document was not signed. Use an RSA key of 2,048 bits or more, or the curve P-256 or P-384.',
  P12_EXPIRED: 'That certificate has expired. The document was not signed. Use a valid certificate.',
  P12_NOT_YET_VALID:
    'That certificate is not valid yet (from {from}). The document was not signed. Check the computer’s clock, or wait until it is valid.',
  P12_NOT_FOR_SIGNING:
    'That certificate is not meant for signatures. The document was not signed. Use a certificate for signing.',
  P12_NO_KEY:
    'That file holds no key. The document was not signed. Use a .p12 file that holds the key with its certificate.',
  P12_NO_CERTIFICATE:
    'That file holds a key without the certificate that fits it. The document was not signed. Ask for a complete .p12 file.',
  P12_SEVERAL_KEYS:
    'That file holds more than one key. The document is not signed yet. Choose one of its certificates: {choices}.',
  P12_RSA_PSS_KEY:
    'The key in that file is of the kind RSA-PSS, which not every computer can use. The document was not signed. Ask for a plain RSA or an elliptic-curve key.',
  SIGNING_KEY_UNKNOWN: 'That key is not kept in this vault. The document was not signed. Choose another key.',
  SIGNING_PADDING: 'PSS padding is for RSA keys only. The document was not signed. Choose the usual padding.',
  CERTIFICATE_REVOKED:
    'The certificate of {subject} was revoked by its issuer. The document was not signed and its level was not raised. Ask the issuer.',
  CERTIFICATE_CHAIN_INCOMPLETE:
    'The chain of {subject} leads to no trusted root, or somebody in it had no right to issue it. The signature was not changed. Add its root certificate in the settings, or ask the issuer.',
  REVOCATION_UNKNOWN:
    'Whether the certificate of {subject} was revoked cannot be found out. The signature was not changed. Check network and addresses, then try again.',
  TIMESTAMP_NO_ADDRESS:
    'No address of a time stamp service is set. The signature stays as it was. Set the address in the settings when there is a network.',
  TIMESTAMP_UNREADABLE:
    'The answer of the time stamp service cannot be read. The signature stays as it was. Check the address of the service.',
  TIMESTAMP_REFUSED:
    'The time stamp service refused the request. The signature stays as it was. Ask whoever runs the service.',
  TIMESTAMP_WRONG_IMPRINT:
    'The time stamp that came was made for other data. It is not used and the signature stays as it was.',
  TIMESTAMP_WRONG_NONCE:
    'The time stamp that came does not answer this request. It is not used and the signature stays as it was.',
  TIMESTAMP_WRONG_PURPOSE:
    'The certificate of the time stamp service {authority} is not meant for time stamps. The stamp is not used and the signature stays as it was.',
  TIMESTAMP_SIGNATURE_WRONG:
    'The signature of the time stamp from {authority} does not fit. The stamp is not used and the signature stays as it was.',
  TIMESTAMP_WRONG_TIME:
    'The time in the stamp ({time}) is far from this computer’s clock. The stamp is not used. Check the clock.',
  TIMESTAMP_NOT_TRUSTED:
    'No trusted root vouches for the time stamp service[ {authority}]. The stamp is not used. Add its root certificate in the settings if it is to be trusted.',
  SERVICE_UNREACHABLE:
    'The service {host} cannot be reached. The signature stays as it was; its level can be raised later.',
  SERVICE_HOST_NOT_ALLOWED:
    'The address {host} is not among the services that may be asked. Nothing was sent. Add it in the settings if it is to be trusted.',
  SERVICE_ANSWER_TOO_LARGE: 'The answer from {host} is too large. It is not used and the signature stays as it was.',
  SIGNATURE_FIELD_NONE:
    'This document has no empty field left for that. Nothing was changed. Issue the document again if it is still needed.',
  SIGNATURE_TOO_LARGE:
    'The signature with all its certificates does not fit the place kept for it. The document was not changed.',
  SIGNATURES_NOT_ALLOWED:
    'This document was locked by its first signer: no other signature is allowed. Nothing was changed.',
  SIGNATURE_LEVEL_REACHED:
    'The signature of this document has that level or a higher one already. Nothing was changed.',
  OUTSIDE_FILE_REWRITTEN:
    'That file was written anew and does not go on from the issued document. It is not taken as its version; keep it beside the sealed file.',
  OUTSIDE_FILE_UNCHANGED: 'That file is the version that is kept already. Nothing was changed.',
  OUTSIDE_FILE_NOT_ALLOWED: 'That file changes the document after it was signed. It is not taken as its version.',
  ROOT_UNREADABLE:
    'That file holds no certificate that can be read. The list of roots was not changed. Use a PEM, DER or p7b file.',
  ROOT_NOT_AUTHORITY:
    'The certificate of {subject} is not that of an authority. The list of roots was not changed. Use the issuer’s root certificate.',
  ROOT_KNOWN: 'That certificate is in the list of roots already. Nothing was changed.',
  ROOT_UNKNOWN: 'That certificate is not in the list of roots. Nothing was changed.',
  PDF_UNREADABLE: 'This file is not a PDF that can be read. Nothing was judged. Check the file.',
  PACKAGE_NO_EVIDENCE: 'This case has no evidence that stands. No case package was made. Add evidence first.',
  PACKAGE_FILE_DAMAGED:
    'The content of {name} is damaged or missing in the vault. No case package was made; other files are not affected. Restore from a backup, then try again.',
  PACKAGE_NOTHING_MASKED:
    'Case {case} has no working copy chosen for redacted reports, and no redacted document. Make one of them first; nothing was written.',
  PACKAGE_RECIPIENT_INVALID:
    'The recipient’s address cannot be read. It looks like "age1…"; copy it whole from the recipient.',
  PACKAGE_NOT_ONE: '{name} is not a Netra case package. Choose the .zip or .zip.age file that was handed over.',
  PACKAGE_HOSTILE:
    'Package {name} was refused because it is not built as it should be: {reason:package}[ ({file})]. Nothing was taken in; ask the sender for the original package, not packed anew.',
  PACKAGE_DAMAGED:
    'Package {name} is damaged or was changed: {file} is not what was recorded. Nothing was taken in; ask the sender to hand it over again.',
  PACKAGE_SEAL_BROKEN:
    'The seal of package {name} does not fit its list. The list was changed or is not from the vault it names. Nothing was taken in.',
  PACKAGE_CUSTODY_BROKEN:
    'The extract of the audit trail in package {name} is not whole[ (entry {entry})]. Nothing was taken in; ask the sender to hand it over again.',
  PACKAGE_PASSPHRASE_NEEDED:
    'Package {name} is encrypted. Type the package’s passphrase from the sender; a package made for another vault’s address opens only there.',
  PACKAGE_WRONG_PASSPHRASE: 'The passphrase of the package[ {name}] does not fit. Check capital letters and try again.',
  PACKAGE_ALREADY_RECEIVED: 'This package of case {case} was received before. Nothing was changed.',
  PACKAGE_UNKNOWN: 'This package is not in the vault.',
  HOAX_CLOSED: 'Hoax {number} is closed. Reopen it before changing it.',
  HOAX_CONCLUDED: 'Claim and kind of {number} are concluded. Reopen its fact check before changing them.',
  HOAX_STEP_REFUSED: 'This step cannot be taken yet[ for {number}][: {problem}].',
  HOAX_NEEDS_GROUNDS:
    'The conclusion of {number} rests on nothing yet. Note at least one source of the fact check or link one item of evidence.',
  HOAX_FOLLOW_UP_REFUSED: 'This follow-up cannot be noted yet[ for {number}][: {problem}].',
  HOAX_NOT_CONCLUDED: '{number} is not concluded yet. Finish the fact check before making a clarification.',
  HOAX_CARD_TOO_LONG:
    'The text is too long for a picture of {width} × {height} and could not be read. Choose another size or shorten the facts.',
  FOLDER_LEFT_OVER:
    'The work did not finish, and its temporary folder could not be removed: {folder}. It holds originals that are not encrypted. Remove that folder.',

  INTAKE_FORMAT_UNSUPPORTED:
    'The file[ {name}] cannot be read as a report. Nothing was registered. Use text, .eml, .csv, .xlsx or a WhatsApp chat export; other files can be attached as evidence.',
  INTAKE_FILE_DAMAGED:
    'The report file[ {name}] is damaged[ in sheet {sheet}][, row {row}][ ({problem:damage})]. Nothing was registered. Ask the sender for it again.',
  INTAKE_FILE_ENCRYPTED:
    'The report file[ {name}] is locked with a password. Nothing was registered. Ask for a copy without one.',
  INTAKE_LIMIT_EXCEEDED:
    'The report file[ {name}] exceeds a safe limit[ ({limit:limit})]. Nothing was registered. Split it into several files.',
  INTAKE_EMPTY: 'There is no report in this file. Nothing was registered. Check the file.',
  INTAKE_SHEET_UNKNOWN:
    'There is no such sheet in the file: {sheet}. Nothing was registered. Choose one that is there.',
  INTAKE_READING_UNKNOWN: 'The result of the reading is gone. Nothing was registered. Open the file once more.',
  INTAKE_ALREADY_REGISTERED:
    'This file was registered before[ as {numbers}]. Nothing was registered again. Name --again if it must be.',
  INTAKE_FILE_CHANGED: 'The report file changed since it was read. Nothing was registered. Open the file once more.',
  PUBLIC_REPORT_UNKNOWN: 'This report from the public is not in the vault.',
  PUBLIC_REPORT_STEP_NOT_ALLOWED:
    'This step is not open to the report as it stands now. Load the page of the report again and choose a step that is offered.',
  PUBLIC_REPORT_MISSING_NEEDED: 'Choose at least one requirement that is not met before asking for completion.',
  PUBLIC_REPORT_DUE_DAY_NEEDED: 'Give the day until which the report is to be completed.',
  PUBLIC_REPORT_WATCHED_NEEDED: 'Name the person or the account that is to be monitored.',
  PUBLIC_REPORT_CASE_NEEDED: 'Choose a case that exists, or open a new one.',
  PUBLIC_REPORT_RECEIVER_NEEDED: 'Choose to whom the report is forwarded.',
  PUBLIC_REPORT_CLOSE_REASON_NEEDED: 'Choose why the report is closed.',
  PUBLIC_REPORT_NO_CASE: 'This report is not part of a case yet.',
  REPORTER_UNKNOWN: 'The reporter gave no identity; there is nothing to open.',
  SOURCE_NOT_TEXT: 'This original message is not text that can be read here. The file itself is kept whole.',
  DOCUMENT_NEEDS_PUBLIC_REPORT:
    'This kind of document is made from a report from the public. Open the report and make the document there.',
  DOCUMENT_NOT_OF_PUBLIC_REPORT: 'This kind of document cannot be made from a report from the public.',
  OUTREACH_NOT_FROM_HERE:
    'The state of this session does not allow it. Nothing was changed. Reload the page and choose a step that is offered.',
  OUTREACH_LIST_UNSUPPORTED:
    'The file[ {name}] is no list of names that can be read. Nothing was noted. Save it as .xlsx and choose it again.',
  OUTREACH_LIST_DAMAGED:
    'The list of names[ {name}] is damaged[ in sheet {sheet}][, row {row}]. Nothing was noted. Open it, save it again as .xlsx and choose it again.',
  OUTREACH_DAY_AHEAD: 'That day has not come yet. Nothing was changed. Check the date.',
  OUTREACH_HAS_ATTENDANCE:
    'Attendance of this session has been noted. Nothing was changed. Withdraw the entries first, with a reason.',
  OUTREACH_NOT_HELD: 'Attendance is only noted of a session that was held. Nothing was noted. Mark it as held first.',
  OUTREACH_NOT_PLANNED: 'Invitations change only while a session is planned. Nothing was changed.',
  OUTREACH_NOBODY: 'Nobody fits. Nothing was changed. Check the choice or the filters.',
  OUTREACH_NUMBERS_UNREADABLE:
    'The part “{text}” cannot be read as a number. Nothing was noted. Write like 1-14, 16, 20.',
  OUTREACH_NUMBERS_NOT_ON_SHEET:
    'Number {numbers} is not on this sheet. Nothing was noted. Check the numbers and the sheet.',
  OUTREACH_KIND_UNKNOWN: 'That kind of declaration is not known. Nothing was noted. Choose one of the list.',
};
