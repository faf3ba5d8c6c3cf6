package dev.cadastre.server.startup.configuration;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Section;
import dev.cadastre.ini.Spelling;
import dev.cadastre.server.startup.configuration.Configuration.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands the text of a configuration. Pure. */
final class ConfigurationReader {

    private static final Pattern SECRET = Pattern.compile(".*(password|secret|token)");
    private static final Pattern WITH_PASSWORD =
            Pattern.compile("(?is).*([?&](ssl)?password=|://[^/?#]*:[^/?#]*@).*");
    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final List<Setting> settings;
    private final List<RetiredKey> retired;
    private final IniDocument document;
    private final List<Problem> problems;
    private final List<Said> said = new ArrayList<>();

    private ConfigurationReader(
            List<Setting> settings, List<RetiredKey> retired, IniReading reading) {
        this.settings = settings;
        this.retired = retired;
        this.document = reading.document();
        this.problems = new ArrayList<>(reading.problems());
    }

    /** Reads a text by the list of all settings. */
    static Configuration read(String file, byte[] content) {
        return read(file, content, Settings.all(), Settings.RETIRED);
    }

    /** Reads a text by lists of settings. */
    static Configuration read(
            String file, byte[] content, List<Setting> settings, List<RetiredKey> retired) {
        var reader = new ConfigurationReader(settings, retired, IniParser.parse(file, content));
        return reader.configuration();
    }

    private Configuration configuration() {
        document.defaults().entries().values().forEach(this::refuseDefault);
        document.sections().values().forEach(this::section);
        said.sort(Comparator.comparingInt(one -> settings.indexOf(one.setting())));
        problems.sort(Problem.BY_PLACE);
        return new Configuration(said, problems);
    }

    private void refuseDefault(Entry entry) {
        error(
                entry.line(),
                "configuration.default-section",
                "[DEFAULT] %s would be a key of every section".formatted(entry.key()),
                "write it into the section that it is meant for");
    }

    private void section(Section section) {
        List<Setting> here =
                settings.stream().filter(one -> one.nameIn(section.name()).isPresent()).toList();
        if (here.isEmpty()
                && retired.stream().noneMatch(one -> one.section().equals(section.name()))) {
            unknownSection(section);
            return;
        }
        section.entries().values().forEach(entry -> entry(section, here, entry));
    }

    private void unknownSection(Section section) {
        List<String> names = settings.stream().map(Setting::section).distinct().toList();
        String near = Spelling.closest(section.name(), names);
        error(
                section.line(),
                "configuration.unknown-section",
                "there is no section [%s]".formatted(section.name()),
                near == null
                        ? "write one of " + String.join(", ", names)
                        : "did you mean [%s]?".formatted(near));
    }

    private void entry(Section section, List<Setting> here, Entry entry) {
        Optional<Setting> setting =
                here.stream().filter(one -> one.key().equals(entry.key())).findFirst();
        if (setting.isPresent()) {
            value(section, setting.get(), entry);
        } else {
            unknownKey(section, here, entry);
        }
    }

    private void unknownKey(Section section, List<Setting> here, Entry entry) {
        String name = "[%s] %s".formatted(section.name(), entry.key());
        Optional<RetiredKey> former =
                retired.stream()
                        .filter(one -> one.section().equals(section.name()))
                        .filter(one -> one.key().equals(entry.key()))
                        .findFirst();
        if (former.isPresent()) {
            error(
                    entry.line(),
                    "configuration.retired-key",
                    name + " is a key of earlier releases",
                    former.get().successor());
        } else if (SECRET.matcher(entry.key()).matches()) {
            error(
                    entry.line(),
                    "configuration.secret",
                    name + " would be a secret, and this file is for everyone to read",
                    "put it into a file of its own (database.password-file) or into a variable"
                            + " CADASTRE_SECRET_NAME in /etc/cadastre/secrets.env");
        } else {
            error(
                    entry.line(),
                    "configuration.unknown-key",
                    "there is no key " + name,
                    nearest(here, entry.key()));
        }
    }

    private static String nearest(List<Setting> here, String key) {
        List<String> keys = here.stream().map(Setting::key).toList();
        String near = Spelling.closest(key, keys);
        return near == null
                ? "this section has " + String.join(", ", keys)
                : "did you mean '%s'?".formatted(near);
    }

    private void value(Section section, Setting setting, Entry entry) {
        Expansion expansion = document.value(section.name(), entry.key());
        if (expansion instanceof Expansion.Failed failed) {
            problems.addAll(failed.problems());
        } else if (expansion instanceof Expansion.Complete complete) {
            value(section, setting, entry, complete.text());
        }
    }

    private void value(Section section, Setting setting, Entry entry, String value) {
        String name = setting.nameIn(section.name()).orElseThrow();
        String subject = "[%s] %s".formatted(section.name(), entry.key());
        if (setting.perEnvironment() && !ENVIRONMENT.matcher(name).matches()) {
            error(
                    section.line(),
                    "configuration.bad-environment",
                    "'%s' cannot be the name of an environment".formatted(name),
                    "names have letters, digits, '.', '_' and '-'");
        } else if (value.isEmpty()) {
            error(
                    entry.line(),
                    "configuration.no-value",
                    subject + " has no value",
                    "write one, or take the line away");
        } else if (WITH_PASSWORD.matcher(value).matches()) {
            error(
                    entry.line(),
                    "configuration.secret",
                    subject + " has a password in it, and this file is for everyone to read",
                    "take it out of the URL, and name a file with it by database.password-file");
        } else {
            judged(setting, name, entry, subject, value);
        }
    }

    private void judged(Setting setting, String name, Entry entry, String subject, String value) {
        Optional<String> refusal = setting.type().refusal().apply(value);
        if (refusal.isPresent()) {
            error(
                    entry.line(),
                    "configuration.bad-value",
                    "%s = %s %s".formatted(subject, shown(value), refusal.get()),
                    setting.usual().isEmpty()
                            ? "write another, or take the line away"
                            : "the usual one is " + setting.usual());
        } else {
            String place = document.file() + ":" + entry.line();
            said.add(new Said(setting, name, value, place));
        }
    }

    /** A value of others' making, on one line and not too long. */
    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    private void error(int line, String code, String message, String remedy) {
        problems.add(Problem.error(document.file(), line, 0, code, message, remedy));
    }
}
