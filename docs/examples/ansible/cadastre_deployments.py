"""Ansible callback that tells Cadastre of each play that deployed an application.

Put this file into a folder `callback_plugins` beside the playbook, and enable it:

    [defaults]
    callbacks_enabled = cadastre_deployments

A play is a deployment if it has the variable `cadastre_app`:

    - hosts: shop
      vars:
        cadastre_app: shop
        cadastre_version: "{{ shop_version }}"
        cadastre_needs: ["service:5432-tcp@db1"]

The hosts that it succeeded on are those that the application runs on. A play never fails because
Cadastre could not be told; that is a warning. It needs Ansible and Python's own library only.
"""

import getpass
import json
import os
import ssl
import urllib.error
import urllib.request
import uuid

from ansible import context
from ansible.parsing.dataloader import DataLoader
from ansible.plugins.callback import CallbackBase
from ansible.template import Templar

DOCUMENTATION = """
name: cadastre_deployments
type: notification
short_description: tells Cadastre what was deployed where
description:
  - Sends one deployment for each play (each batch, with C(serial)) that has C(cadastre_app).
options:
  url:
    description: where Cadastre is
    default: http://localhost:7780
    env: [{name: CADASTRE_SERVER}]
    ini: [{section: callback_cadastre, key: url}]
  token:
    description: a token with the role operator in the environments of the hosts
    env: [{name: CADASTRE_TOKEN}]
    ini: [{section: callback_cadastre, key: token}]
  ca:
    description: a PEM file with the authority of the server's certificate
    env: [{name: CADASTRE_CA}]
    ini: [{section: callback_cadastre, key: ca}]
  link:
    description: where the run can be read about
    env: [{name: CADASTRE_LINK}, {name: CI_JOB_URL}, {name: BUILD_URL}]
    ini: [{section: callback_cadastre, key: link}]
  by:
    description: who deploys; the account if it is not said
    env: [{name: CADASTRE_BY}, {name: GITLAB_USER_LOGIN}]
    ini: [{section: callback_cadastre, key: by}]
"""

TIMEOUT_SECONDS = 20


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "cadastre_deployments"
    CALLBACK_NEEDS_ENABLED = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.run = uuid.uuid4().hex
        self.playbook = ""
        self._forget()

    def _forget(self):
        self.play = None
        self.key = uuid.uuid4().hex
        self.good = []
        self.bad = set()

    def v2_playbook_on_start(self, playbook):
        self.playbook = os.path.basename(playbook._file_name)

    def v2_playbook_on_play_start(self, play):
        self._tell()
        self.play = play

    def v2_runner_on_ok(self, result):
        self._good(result._host.get_name())

    def v2_runner_on_skipped(self, result):
        self._good(result._host.get_name())

    def v2_runner_on_failed(self, result, ignore_errors=False):
        if ignore_errors:
            self._good(result._host.get_name())
        else:
            self.bad.add(result._host.get_name())

    def v2_runner_on_unreachable(self, result):
        self.bad.add(result._host.get_name())

    def v2_playbook_on_stats(self, stats):
        self._tell()

    def _good(self, host):
        if host not in self.good:
            self.good.append(host)

    def _tell(self):
        play, hosts = self.play, sorted(host for host in self.good if host not in self.bad)
        try:
            if play is not None and hosts and not context.CLIARGS.get("check"):
                deployment = self._deployment(play, hosts)
                if deployment is not None:
                    self._send(deployment)
        except Exception as failure:  # whatever it is, the play itself went well
            self._display.warning("Cadastre was not told of this play: %s" % failure)
        finally:
            self._forget()

    def _deployment(self, play, hosts):
        variables = play.get_variable_manager().get_vars(play=play)
        templar = Templar(loader=DataLoader(), variables=variables)

        def value(name):
            return templar.template(variables[name]) if name in variables else None

        app = value("cadastre_app")
        if not app:
            return None
        deployment = {
            "key": "ansible-" + self.key,
            "app": str(app),
            "hosts": hosts,
            "by": self.get_option("by") or getpass.getuser(),
            "tool": "ansible",
            "run": "%s %s" % (self.playbook, self.run[:12]),
            "parameters": {"playbook": self.playbook, "play": play.get_name()},
        }
        for field, name in (
            ("environment", "cadastre_environment"),
            ("version", "cadastre_version"),
            ("dependencies", "cadastre_needs"),
            ("programs", "cadastre_programs"),
        ):
            found = value(name)
            if found is not None:
                deployment[field] = found if isinstance(found, list) else str(found)
        if self.get_option("link"):
            deployment["link"] = self.get_option("link")
        return deployment

    def _send(self, deployment):
        request = urllib.request.Request(
            self.get_option("url").rstrip("/") + "/api/v1/deployments?create=true",
            data=json.dumps(deployment).encode("utf-8"),
            headers={"Content-Type": "application/json"},
            method="POST",
        )
        if self.get_option("token"):
            request.add_header("Authorization", "Bearer " + self.get_option("token"))
        trust = ssl.create_default_context(cafile=self.get_option("ca"))
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS, context=trust) as answer:
                told = json.load(answer)
        except urllib.error.HTTPError as refused:
            raise RuntimeError(refused.read().decode("utf-8", "replace")) from refused
        self._display.display(
            "Cadastre: %s on %s" % (told["asset"], ", ".join(told["hosts"])), color="green"
        )
