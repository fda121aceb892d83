import type { documentation } from '../../../compiler/src/diagnostic/catalogue/documentation.js';
import type { Cases } from './case.js';

const PING = "{ 'command': 'ping' }\n";
const ADD = "{ 'command': 'volume-add', 'data': { 'name': 'str' } }\n";

/** Documentation comments. */
export const DOCUMENTATION_CASES: Cases<keyof typeof documentation> = {
  'doc/junk-after-marker': [`«## ping»\n# @ping:\n##\n${PING}`, '##\n«## x»\n'],
  'doc/not-closed': [`##\n# @ping:\n«»${PING}`, "##\n# text\n«»{ 'include': 'ok.json' }"],
  'doc/missing-space': [`##\n# @ping:\n#\n«#Answers.»\n##\n${PING}`],
  'doc/line-too-long': [
    '##\n# This line tells more of volumes than fits into it, so that it sticks« out.»\n##\n',
    `##\n# ${'x'.repeat(68)}«x»\n##\n`,
    `##\n# ${'é'.repeat(68)}«éé»  \n##\n`,
  ],
  'doc/one-space-between-sentences': ['##\n# It is a volume.« »It has a name.\n##\n'],
  'doc/symbol-colon': [`##\n«# @ping»\n##\n${PING}`],
  'doc/symbol-empty': ['##\n«# @:»\n##\n'],
  'doc/duplicate-features': [
    "##\n# @ping:\n#\n# Features:\n# @loud: x\n#\n«# Features:»\n##\n{ 'command': 'ping', 'features': [ 'loud' ] }\n",
  ],
  'doc/features-empty': [`##\n# @ping:\n#\n# Features:\n«# It is loud.»\n##\n${PING}`],
  'doc/member-after-section': [
    `##\n# @volume-add:\n#\n# Since: 1.0\n#\n«# @name: its name»\n##\n${ADD}`,
  ],
  'doc/outdated-section': [
    `##\n# @ping:\n#\n«# Note: It answers.»\n##\n${PING}`,
    `##\n# @ping:\n#\n«# Examples:»\n##\n${PING}`,
  ],
  'doc/de-indent': [
    `##\n# @volume-add:\n#\n# @name: its name,\n#     which is unique\n«#  in this server»\n##\n${ADD}`,
  ],
  'doc/description-in-free-form': ['##\n# = Volumes\n#\n«# @name: its name»\n##\n'],
  'doc/empty-name': [`##\n# @ping:\n#\n«# @: x»\n##\n${PING}`],
  'doc/duplicate-name': [
    `##\n# @volume-add:\n#\n# @name: its name\n#\n«# @name: its size»\n##\n${ADD}`,
  ],
  'doc/duplicate-section': [`##\n# @ping:\n#\n# Since: 1.0\n#\n«# Since: 2.0»\n##\n${PING}`],
  'doc/empty-section': [
    `##\n# @ping:\n#\n«# Since:»\n##\n${PING}`,
    `##\n# @volume-add:\n#\n«# @name:»\n##\n${ADD}`,
  ],
  'doc/no-definition': [
    `«##\n# @ping:\n##»\n\n##\n# = Volumes\n##\n`,
    '«##\n# @a:\n##»\n',
    "«##\n# @a:\n##»\n{ 'include': 'ok.json' }",
  ],
  'doc/free-form-before-definition': [`«##\n# = Commands\n##»\n${PING}`],
  'doc/wrong-symbol': [`##\n# @pong:\n##\n{ 'command': «'ping'» }\n`],
  'doc/missing': ["{ 'pragma': { 'doc-required': true } }\n\n{ 'command': «'ping'» }\n"],
  'doc/returns-nothing': [`##\n# @ping:\n#\n«# Returns: an answer»\n##\n${PING}`],
  'doc/not-a-command': ["##\n# @PONG:\n#\n«# Errors: none»\n##\n{ 'event': 'PONG' }\n"],
  'doc/undocumented-member': [
    "##\n# @volume-add:\n##\n{ 'command': 'volume-add', 'data': { «'name'»: 'str' } }\n",
    "##\n# @En:\n##\n{ 'enum': 'En', 'data': [ «'on'» ] }\n",
    "##\n# @Alt:\n##\n{ 'alternate': 'Alt', 'data': { «'on'»: 'bool' } }\n",
  ],
  'doc/undocumented-feature': [
    "##\n# @ping:\n##\n{ 'command': 'ping', 'features': [ «'loud'» ] }\n",
  ],
  'doc/unknown-member': [
    `##\n# @volume-add:\n#\n# @name: its name\n#\n# «@siez»: its size\n##\n${ADD}`,
  ],
  'doc/unknown-feature': [`##\n# @ping:\n#\n# Features:\n# «@loud»: x\n##\n${PING}`],
};
