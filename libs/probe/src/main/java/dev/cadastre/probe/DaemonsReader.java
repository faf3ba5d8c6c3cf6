package dev.cadastre.probe;

/** Understands the section of daemons, whichever init system told it. */
final class DaemonsReader implements SectionReader {

    @Override
    public void read(SectionText text, Findings findings) {
        if (text.has("systemd-units")) {
            SystemdDaemons.read(text).forEach(d -> findings.add(findings.daemons, d));
            if (text.lines("systemd-units").isEmpty()) {
                findings.fault("systemctl told of no unit; the probe's user may not ask systemd");
            }
        } else {
            ScriptDaemons.read(text).forEach(d -> findings.add(findings.daemons, d));
        }
    }
}
