package dev.cadastre.server.startup.configuration;

import static dev.cadastre.server.startup.configuration.ValueType.choice;
import static dev.cadastre.server.startup.configuration.ValueType.duration;
import static dev.cadastre.server.startup.configuration.ValueType.largeSize;
import static dev.cadastre.server.startup.configuration.ValueType.number;
import static dev.cadastre.server.startup.configuration.ValueType.size;

import java.util.ArrayList;
import java.util.List;

/**
 * All that can be set. A test compares it with what the parts of the server take, usual values
 * included. It is long since it is one table, in the order of the reference, that is read from
 * above to below.
 */
final class Settings {

    /** Is not handed on: the password that is read from it is. */
    static final String PASSWORD_FILE = "cadastre.database-password-file";

    private static final String AT_ONCE = "how many hosts are asked at the same time";

    /** None has been retired so far. */
    static final List<RetiredKey> RETIRED = List.of();

    private static final List<Setting> ALL = parts();

    private Settings() {}

    /** In the order of the reference. */
    static List<Setting> all() {
        return ALL;
    }

    private static List<Setting> parts() {
        List<Setting> all = new ArrayList<>();
        all.addAll(server());
        all.addAll(database());
        all.addAll(collecting());
        all.addAll(keeping());
        all.addAll(monitoring());
        all.addAll(telling());
        return List.copyOf(all);
    }

    private static Setting setting(
            String name, String property, ValueType type, String usual, String text) {
        int dot = name.indexOf('.');
        return new Setting(
                name.substring(0, dot),
                name.substring(dot + 1),
                "cadastre." + property,
                type,
                usual,
                text);
    }

    private static List<Setting> server() {
        return List.of(
                setting(
                        "server.home",
                        "home",
                        ValueType.PATH,
                        "",
                        "the folder of all data, which belongs to one server alone; without it `$CADASTRE_HOME`, else `~/.local/share/cadastre`"),
                setting(
                        "server.log-folder",
                        "log-folder",
                        ValueType.PATH,
                        "",
                        "where `server.log` is written; `log` in the home unless it is said"),
                setting(
                        "server.listen",
                        "listen",
                        ValueType.ADDRESS,
                        "127.0.0.1",
                        "the address to listen on; any but loopback wants TLS"),
                setting("server.port", "port", ValueType.PORT, "7780", "the port to listen on"),
                setting(
                        "server.hosts",
                        "hosts",
                        ValueType.LIST,
                        "",
                        "further names by which browsers may address the server; the first is its public one"),
                setting(
                        "server.proxies",
                        "proxies",
                        ValueType.ADDRESSES,
                        "",
                        "addresses of the proxies before the server, which alone are believed whom they ask for"),
                setting(
                        "server.url",
                        "url",
                        ValueType.URL,
                        "",
                        "how people reach the server, for links in what is sent"),
                setting(
                        "server.tls-certificate",
                        "tls.certificate",
                        ValueType.PATH,
                        "",
                        "the server's certificate in PEM, followed by those of its issuers"),
                setting(
                        "server.tls-key",
                        "tls.key",
                        ValueType.PATH,
                        "",
                        "the certificate's private key in PEM"),
                setting(
                        "server.anonymous-read",
                        "anonymous-read",
                        ValueType.SWITCH,
                        "false",
                        "whether anyone may read without signing in"),
                setting(
                        "server.estate",
                        "estate",
                        ValueType.PATH,
                        "",
                        "the estate file, which declares environments, groups and hosts"),
                setting(
                        "search.limit",
                        "search.limit",
                        duration("1ms"),
                        "10s",
                        "how long a query may take"));
    }

    private static List<Setting> database() {
        return List.of(
                setting(
                        "database.url",
                        "database-url",
                        ValueType.JDBC,
                        "",
                        "a PostgreSQL to use instead of the one that the server runs itself"),
                setting(
                        "database.user",
                        "database-user",
                        ValueType.TEXT,
                        "",
                        "its user, unless the URL names one"),
                setting(
                        "database.password-file",
                        "database-password-file",
                        ValueType.PATH,
                        "",
                        "a file with the user's password and nothing else, which only its owner can read; without it the credential `database-password` of systemd, `CADASTRE_DATABASE_PASSWORD` or `~/.pgpass`"),
                setting(
                        "database.connections",
                        "connections",
                        number(1),
                        "16",
                        "the most connections held to the database"),
                setting(
                        "upgrade.backup",
                        "upgrade.backup",
                        ValueType.SWITCH,
                        "true",
                        "whether a backup is taken before a new version changes the form of what is kept"),
                setting(
                        "upgrade.backups",
                        "upgrade.backups",
                        ValueType.PATH,
                        "",
                        "the folder for these backups; without it `backups` in the home"));
    }

    private static List<Setting> collecting() {
        return List.of(
                setting(
                        "collection.interval",
                        "collection.interval",
                        duration("10s"),
                        "5m",
                        "how long between two collections of a host"),
                setting(
                        "collection.at-once",
                        "collection.at-once",
                        number(1),
                        "50",
                        "how many hosts are collected at the same time"),
                setting(
                        "collection.limit",
                        "collection.limit",
                        duration("1s"),
                        "90s",
                        "how long one collection may take"),
                setting(
                        "collection.report-limit",
                        "collection.report-limit",
                        size(),
                        "32MB",
                        "how large a report may be"),
                setting(
                        "collection.this-machine",
                        "collection.this-machine",
                        ValueType.SWITCH,
                        "true",
                        "whether the server's own machine is a host although nobody states it"),
                setting(
                        "collection.scheduled",
                        "collection.scheduled",
                        ValueType.SWITCH,
                        "true",
                        "whether hosts are collected by themselves; otherwise on demand only"),
                setting(
                        "jsonstats.interval",
                        "jsonstats.interval",
                        duration("10s"),
                        "5m",
                        "how long between two times that a jsonstats server is asked"),
                setting(
                        "jsonstats.at-once",
                        "jsonstats.at-once",
                        number(1),
                        "20",
                        "how many are asked at the same time"),
                setting(
                        "jsonstats.limit",
                        "jsonstats.limit",
                        duration("1ms"),
                        "20s",
                        "how long an answer may take"),
                setting(
                        "jsonstats.answer-limit",
                        "jsonstats.answer-limit",
                        size(),
                        "4MB",
                        "how large an answer may be"),
                setting(
                        "jsonstats.scheduled",
                        "jsonstats.scheduled",
                        ValueType.SWITCH,
                        "true",
                        "whether they are asked by themselves"),
                setting(
                        "ownership.at-once",
                        "ownership.at-once",
                        number(1),
                        "50",
                        AT_ONCE + " whose a file is"),
                setting(
                        "ownership.limit",
                        "ownership.limit",
                        duration("1s"),
                        "30s",
                        "how long one may take to say it"),
                setting(
                        "upgrades.at-once",
                        "upgrades.at-once",
                        number(1),
                        "20",
                        AT_ONCE + " what their repositories offer"),
                setting(
                        "upgrades.limit",
                        "upgrades.limit",
                        duration("1s"),
                        "90s",
                        "how long one may take to say it"),
                setting(
                        "dispatch.keep-idle",
                        "dispatch.keep-idle",
                        duration("0s"),
                        "12m",
                        "how long an unused connection to a host is kept; `0s` keeps none"),
                setting(
                        "dispatch.allowed-addresses",
                        "dispatch.allowed-addresses",
                        ValueType.ADDRESSES,
                        "",
                        "addresses that may be asked by HTTP although they are refused otherwise, such as a cloud's own"));
    }

    private static List<Setting> keeping() {
        return List.of(
                setting(
                        "inventory.keep-state",
                        "inventory.keep-state",
                        duration("1d"),
                        "400d",
                        "how long ended state is kept"),
                setting(
                        "inventory.keep-connections",
                        "inventory.keep-connections",
                        duration("1d"),
                        "90d",
                        "how long connections are kept after they were last seen"),
                setting(
                        "inventory NAME.keep-state",
                        "inventory.environments[NAME].keep-state",
                        duration("1d"),
                        "",
                        "the same for one environment"),
                setting(
                        "inventory NAME.keep-connections",
                        "inventory.environments[NAME].keep-connections",
                        duration("1d"),
                        "",
                        "the same for one environment"),
                setting(
                        "change.keep-plans",
                        "change.keep-plans",
                        duration("1d"),
                        "7d",
                        "how long plans are kept that nobody started"),
                setting(
                        "change.archives",
                        "change.archives",
                        largeSize(),
                        "10GB",
                        "how much all archives of changes may have together"),
                setting(
                        "change.keep-output",
                        "change.keep-output",
                        duration("1d"),
                        "400d",
                        "how long it is kept what jobs printed"));
    }

    private static List<Setting> monitoring() {
        return List.of(
                setting(
                        "monitoring.plugins",
                        "monitoring.plugins",
                        ValueType.PATH,
                        "/usr/lib/nagios/plugins",
                        "the folder of the plug-ins that may be run on the server"),
                setting(
                        "monitoring.refused-plugins",
                        "monitoring.refused-plugins",
                        ValueType.LIST,
                        "negate,urlize,check_by_ssh,check_apt,check_breeze,check_flexlm,check_generic,check_multi",
                        "those of them that are not run; the list takes the place of the usual one"),
                setting(
                        "monitoring.plugin-user",
                        "monitoring.plugin-user",
                        ValueType.NAME,
                        "nobody",
                        "the account that they run as"),
                setting(
                        "monitoring.plugins-as-server",
                        "monitoring.plugins-as-server",
                        ValueType.SWITCH,
                        "false",
                        "whether that may be the server's own account"),
                setting(
                        "monitoring.plugins-at-once",
                        "monitoring.plugins-at-once",
                        number(1),
                        "100",
                        "how many plug-ins run at the same time"),
                setting(
                        "monitoring.checks-at-once",
                        "monitoring.checks-at-once",
                        number(1),
                        "1000",
                        "how many checks without a process here are made at the same time"),
                setting(
                        "monitoring.checks-at-once-per-host",
                        "monitoring.checks-at-once-per-host",
                        number(1),
                        "4",
                        "how many checks concern one host at the same time"),
                setting(
                        "monitoring.keep-state",
                        "monitoring.keep-state",
                        duration("1d"),
                        "400d",
                        "how long it is kept what was thought of monitors, and ended downtimes"),
                setting(
                        "series.flush",
                        "series.flush",
                        duration("1ms"),
                        "10s",
                        "how often measured values are made to reach the disk"),
                setting(
                        "series.gather",
                        "series.gather",
                        duration("1ms"),
                        "5m",
                        "how long they are gathered to be written to their files together"),
                setting(
                        "series.queue",
                        "series.queue",
                        number(1),
                        "100000",
                        "how many results may wait"),
                setting(
                        "series.remote-url",
                        "series.remote.url",
                        ValueType.URL,
                        "",
                        "the remote write of a Prometheus-compatible store that gets them, too"),
                setting(
                        "series.remote-user",
                        "series.remote.user",
                        ValueType.TEXT,
                        "",
                        "whose password the secret is; without it the secret is a bearer's token"),
                setting(
                        "series.remote-secret-name",
                        "series.remote.secret",
                        ValueType.SECRET_NAME,
                        "",
                        "NAME of the variable `CADASTRE_SECRET_NAME` with that secret"));
    }

    private static List<Setting> telling() {
        return List.of(
                setting(
                        "alerting.settle",
                        "alerting.settle",
                        duration("0s"),
                        "3s",
                        "how long after it opened an incident is told of"),
                setting(
                        "alerting.remind",
                        "alerting.remind",
                        duration("1ms"),
                        "1h",
                        "how often a team is reminded that states nothing else"),
                setting(
                        "alerting.escalate",
                        "alerting.escalate",
                        duration("1ms"),
                        "15m",
                        "when others hear of what nobody looks after"),
                setting(
                        "alerting.fallback",
                        "alerting.fallback",
                        ValueType.NAME,
                        "",
                        "the team that is told where no other can be"),
                setting(
                        "alerting.keep-incidents",
                        "alerting.keep-incidents",
                        duration("1d"),
                        "400d",
                        "how long incidents are kept after they are over"),
                setting(
                        "alerting NAME.keep-incidents",
                        "alerting.environments[NAME].keep-incidents",
                        duration("1d"),
                        "",
                        "the same for one environment"),
                setting(
                        "alerting.authorities",
                        "alerting.authorities",
                        ValueType.PATH,
                        "",
                        "certificates in PEM of authorities that are believed besides those that Java knows"),
                setting(
                        "alerts.resolve-timeout",
                        "alerting.alerts.resolve-timeout",
                        duration("1ms"),
                        "5m",
                        "how long an alert of another system lasts that does not say when it ends"),
                setting(
                        "alerts.most",
                        "alerting.alerts.most",
                        number(1),
                        "10000",
                        "how many of them there may be at the same time"),
                setting(
                        "mail.host",
                        "alerting.mail.host",
                        ValueType.ADDRESS,
                        "",
                        "the mail server; without one no mail is sent"),
                setting(
                        "mail.port",
                        "alerting.mail.port",
                        number(0),
                        "0",
                        "its port; `0` is the usual one"),
                setting(
                        "mail.tls",
                        "alerting.mail.tls",
                        choice("STARTTLS", "IMPLICIT", "NONE"),
                        "STARTTLS",
                        "`STARTTLS` (587) says nothing before it is encrypted, `IMPLICIT` (465) is encrypted from the first byte, `NONE` (25) never"),
                setting(
                        "mail.user",
                        "alerting.mail.user",
                        ValueType.TEXT,
                        "",
                        "signs in with the password in the variable below"),
                setting(
                        "mail.secret-name",
                        "alerting.mail.secret-name",
                        ValueType.SECRET_NAME,
                        "SMTP",
                        "NAME of the variable `CADASTRE_SECRET_NAME` with that password"),
                setting(
                        "mail.from",
                        "alerting.mail.from",
                        ValueType.TEXT,
                        "",
                        "the sender's address; needed with a host"),
                setting(
                        "xmpp.account",
                        "alerting.xmpp.account",
                        ValueType.TEXT,
                        "",
                        "the address of the server's own account; without one nothing is sent by XMPP"),
                setting(
                        "xmpp.host",
                        "alerting.xmpp.host",
                        ValueType.ADDRESS,
                        "",
                        "where its server is, if that is not what the address says"),
                setting("xmpp.port", "alerting.xmpp.port", ValueType.PORT, "5222", "its port"),
                setting(
                        "xmpp.tls",
                        "alerting.xmpp.tls",
                        choice("REQUIRED", "NONE"),
                        "REQUIRED",
                        "`NONE` speaks in clear, which others can read and change"),
                setting(
                        "xmpp.secret-name",
                        "alerting.xmpp.secret-name",
                        ValueType.SECRET_NAME,
                        "XMPP",
                        "NAME of the variable `CADASTRE_SECRET_NAME` with its password"),
                setting(
                        "xmpp.nick",
                        "alerting.xmpp.nick",
                        ValueType.NAME,
                        "cadastre",
                        "its name in rooms"));
    }
}
