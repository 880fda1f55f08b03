# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop file, the metainfo, the D-Bus service and the settings."""

import configparser
import sys
import xml.etree.ElementTree as ElementTree

import tap

app_id, version = sys.argv[3:5]

desktop_path = tap.build('data', app_id + '.desktop')
metainfo_path = tap.build('data', app_id + '.metainfo.xml')

tap.run('desktop file is valid', ['desktop-file-validate', desktop_path], silent=True)
tap.run('metainfo is valid', ['appstreamcli', 'validate', '--no-net', '--explain', metainfo_path])
tap.run('settings schema is valid',
        ['glib-compile-schemas', '--strict', '--dry-run', tap.source('data')])

keys = configparser.ConfigParser(interpolation=None, strict=False)
keys.optionxform = str
keys.read(desktop_path, encoding='utf-8')
desktop = keys['Desktop Entry']
tap.case('desktop file names our icon', desktop['Icon'] == app_id)
tap.case('desktop file names our document type',
         'application/vnd.afterword+json' in desktop['MimeType'].split(';'))

service = configparser.ConfigParser(interpolation=None)
service.optionxform = str
service.read(tap.build('data', app_id + '.service'), encoding='utf-8')
tap.case('service has the name of the application', service['D-BUS Service']['Name'] == app_id)
tap.case('service starts without a window',
         service['D-BUS Service']['Exec'].endswith('/afterword --gapplication-service'))

metainfo = ElementTree.parse(metainfo_path).getroot()
tap.case('metainfo has the name of the application', metainfo.findtext('id') == app_id)
tap.case('metainfo describes this version',
         metainfo.find('releases/release').get('version') == version)
tap.case('every release has notes',
         all(release.find('description') is not None for release in metainfo.iter('release')))
tap.case('summary is short and without a full stop',
         len(metainfo.findtext('summary')) <= 35 and not metainfo.findtext('summary').endswith('.'))
captions = [shot.findtext('caption') for shot in metainfo.iter('screenshot')]
tap.case('every screenshot has a caption', len(captions) >= 3 and all(captions))

schema = ElementTree.parse(tap.source('data', app_id + '.gschema.xml')).getroot().find('schema')
tap.case('schema has the name of the application', schema.get('id') == app_id)
bare = [key.get('name') for key in schema.iter('key')
        if not key.findtext('summary') or not key.findtext('description')]
tap.case('every setting is described', not bare, bare)

tap.done()
