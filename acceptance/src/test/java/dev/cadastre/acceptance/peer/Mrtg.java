package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** MRTG's log of what {@link Snmpd} tells: the host has two links. */
final class Mrtg implements Peer {

    private static final String LOG = "/srv/mrtg/links.log";

    @Override
    public void start(LabHost host) {
        host.writeFile(
                "/srv/mrtg/mrtg.cfg",
                """
                WorkDir: /srv/mrtg
                Target[links]: 1.3.6.1.2.1.2.1.0&1.3.6.1.2.1.2.1.0:public@%s
                Options[links]: gauge
                MaxBytes[links]: 100
                Title[links]: links
                Suppress[links]: wmyd
                """
                        .formatted(host.address()));
        // It is run again and again; its second line is the average since the run before.
        String run = "while LANG=C mrtg /srv/mrtg/mrtg.cfg || :; do sleep 1; done";
        host.launch("root", "sh", "-c", run)
                .awaitCommand("[ \"$(sed -n '2s/^[0-9]* //p' %s)\" = '2 2 2 2' ]".formatted(LOG))
                .stop();
    }

    @Override
    public String checksOnHost() {
        return """
        0= check_mrtg -F LOG -e 5 -a AVG -v 1 -w 5 -c 9 -l in -u links
        1= check_mrtg -F LOG -e 5 -a MAX -v 2 -w 1 -c 5 -l out -u links
        2= check_mrtg -F LOG -e 5 -a MAX -v 2 -w 1 -c 1 -l out -u links
        3= check_mrtg -F /srv/mrtg/none.log -e 5 -a MAX -v 2 -w 1 -c 1
        0= check_mrtgtraf -F LOG -e 5 -a AVG -w 9,9 -c 99,99
        1= check_mrtgtraf -F LOG -e 5 -a MAX -w 1,1 -c 9,9
        2= check_mrtgtraf -F LOG -e 5 -a MAX -w 1,1 -c 1,1
        """
                .replace("LOG", LOG);
    }
}
