package dev.cadastre.change.portable;

import static dev.cadastre.change.portable.FileForms.text;
import static dev.cadastre.change.portable.Forms.optional;
import static dev.cadastre.change.portable.Forms.required;
import static dev.cadastre.change.portable.Forms.turned;

import dev.cadastre.change.file.OperationForm;
import dev.cadastre.change.file.Parameter;
import dev.cadastre.change.file.ParameterType;
import dev.cadastre.change.operation.EnsureCron;
import dev.cadastre.change.operation.EnsureDaemon;
import dev.cadastre.change.operation.EnsureUser;
import dev.cadastre.change.operation.HoldPackages;
import dev.cadastre.change.operation.InstallPackages;
import dev.cadastre.change.operation.PackageWish;
import dev.cadastre.change.operation.ReloadDaemon;
import dev.cadastre.change.operation.RemoveDaemon;
import dev.cadastre.change.operation.RemovePackages;
import dev.cadastre.change.operation.RestartDaemon;
import java.util.List;

/** Operations on what a system is made of: packages, accounts, daemons, cron. */
final class SystemForms {

    private static final Parameter DAEMON =
            required("daemon", ParameterType.NAME, "as the init system knows it");
    private static final Parameter PACKAGES =
            required("packages", ParameterType.LIST, "their names");

    private SystemForms() {}

    static void addTo(Forms forms) {
        install(forms);
        packages(forms);
        user(forms);
        ensureDaemon(forms);
        daemons(forms);
        cron(forms);
    }

    private static void install(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "package.install",
                                "installs packages",
                                List.of(
                                        required(
                                                "packages",
                                                ParameterType.LIST,
                                                "NAME, NAME=VERSION or NAME=latest"),
                                        turned("refresh", false, "fetches the lists before")),
                                given ->
                                        new InstallPackages(
                                                given.list("packages").stream()
                                                        .map(PackageWish::of)
                                                        .toList(),
                                                given.isOn("refresh"))))
                .write(
                        InstallPackages.class,
                        "package.install",
                        install ->
                                new Texts()
                                        .list("packages", install.packages())
                                        .unless(false, "refresh", install.refresh()));
    }

    private static void packages(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "package.remove",
                                "removes packages",
                                List.of(
                                        PACKAGES,
                                        turned("purge", false, "apt: their configuration, too")),
                                given ->
                                        new RemovePackages(
                                                given.list("packages"), given.isOn("purge"))))
                .write(
                        RemovePackages.class,
                        "package.remove",
                        remove ->
                                new Texts()
                                        .list("packages", remove.packages())
                                        .unless(false, "purge", remove.purge()))
                .add(
                        OperationForm.ofHost(
                                "package.hold",
                                "lets upgrades pass packages over",
                                List.of(
                                        PACKAGES,
                                        turned("hold", true, "no: lets them be upgraded again")),
                                given ->
                                        new HoldPackages(
                                                given.list("packages"), given.isOn("hold"))))
                .write(
                        HoldPackages.class,
                        "package.hold",
                        hold ->
                                new Texts()
                                        .list("packages", hold.packages())
                                        .unless(true, "hold", hold.hold()));
    }

    private static void user(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "user.ensure",
                                "makes an account, or changes it",
                                List.of(
                                        required("account", ParameterType.NAME, "its name"),
                                        optional("uid", ParameterType.WHOLE, "its number"),
                                        optional("group", ParameterType.NAME, "its own group"),
                                        optional("groups", ParameterType.LIST, "more groups"),
                                        optional("home", ParameterType.TEXT, "its folder"),
                                        optional("shell", ParameterType.TEXT, "its login shell"),
                                        optional("comment", ParameterType.TEXT, "what it is for"),
                                        turned("system", false, "a number of those for daemons"),
                                        turned("make_home", true, "makes its folder, if new")),
                                given ->
                                        new EnsureUser(
                                                given.text("account"),
                                                text(given, "uid"),
                                                text(given, "group"),
                                                given.list("groups"),
                                                text(given, "home"),
                                                text(given, "shell"),
                                                text(given, "comment"),
                                                given.isOn("system"),
                                                given.isOn("make_home"))))
                .write(
                        EnsureUser.class,
                        "user.ensure",
                        user ->
                                Texts.of("account", user.account())
                                        .some("uid", user.uid())
                                        .some("group", user.group())
                                        .list("groups", user.groups())
                                        .some("home", user.home())
                                        .some("shell", user.shell())
                                        .some("comment", user.comment())
                                        .unless(false, "system", user.system())
                                        .unless(true, "make_home", user.makeHome()));
    }

    private static void ensureDaemon(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "daemon.ensure",
                                "lets a daemon run, or not; with a command, makes it",
                                List.of(
                                        DAEMON,
                                        optional("command", ParameterType.SHELL, "what it is"),
                                        optional("account", ParameterType.NAME, "who it runs as"),
                                        optional("folder", ParameterType.PATH, "where it runs"),
                                        turned("running", true, "whether it is to run"),
                                        turned("enabled", true, "whether it starts with the host")),
                                given ->
                                        new EnsureDaemon(
                                                given.text("daemon"),
                                                text(given, "command"),
                                                text(given, "account"),
                                                text(given, "folder"),
                                                given.isOn("running"),
                                                given.isOn("enabled"))))
                .write(
                        EnsureDaemon.class,
                        "daemon.ensure",
                        daemon ->
                                Texts.of("daemon", daemon.daemon())
                                        .some("command", daemon.command())
                                        .some("account", daemon.account())
                                        .some("folder", daemon.folder())
                                        .unless(true, "running", daemon.running())
                                        .unless(true, "enabled", daemon.enabled()));
    }

    private static void daemons(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "daemon.restart",
                                "restarts a daemon each time",
                                List.of(DAEMON),
                                given -> new RestartDaemon(given.text("daemon"))))
                .write(
                        RestartDaemon.class,
                        "daemon.restart",
                        restart -> Texts.of("daemon", restart.daemon()))
                .add(
                        OperationForm.ofHost(
                                "daemon.reload",
                                "lets a daemon read its configuration again",
                                List.of(DAEMON),
                                given -> new ReloadDaemon(given.text("daemon"))))
                .write(
                        ReloadDaemon.class,
                        "daemon.reload",
                        reload -> Texts.of("daemon", reload.daemon()))
                .add(
                        OperationForm.ofHost(
                                "daemon.remove",
                                "takes away a daemon that a change made",
                                List.of(DAEMON),
                                given -> new RemoveDaemon(given.text("daemon"))))
                .write(
                        RemoveDaemon.class,
                        "daemon.remove",
                        remove -> Texts.of("daemon", remove.daemon()));
    }

    private static void cron(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "cron.ensure",
                                "makes an entry of a crontab",
                                List.of(
                                        required("entry", ParameterType.NAME, "its name"),
                                        optional("account", ParameterType.NAME, "whose crontab"),
                                        optional("schedule", ParameterType.TEXT, "when"),
                                        optional(
                                                "command",
                                                ParameterType.SHELL,
                                                "what; without it the entry is removed")),
                                given ->
                                        new EnsureCron(
                                                given.text("entry"),
                                                text(given, "account"),
                                                text(given, "schedule"),
                                                text(given, "command"))))
                .write(
                        EnsureCron.class,
                        "cron.ensure",
                        cron ->
                                Texts.of("entry", cron.entry())
                                        .some("account", cron.account())
                                        .some("schedule", cron.schedule())
                                        .some("command", cron.command()));
    }
}
