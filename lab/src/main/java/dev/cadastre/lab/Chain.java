package dev.cadastre.lab;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A web application as it stands in many places, each part on a host of its own: HAProxy ({@code
 * lb}) before two instances of a Django application ({@code app1}, {@code app2}), which keep
 * connections to PostgreSQL ({@code db}) and Redis ({@code cache}). All are Debian's own, and run
 * under the accounts that Debian gives them; the application runs as {@code shop}. Not thread-safe.
 */
public final class Chain implements AutoCloseable {
    /** Where HAProxy listens, for everybody. */
    public static final int WEB_PORT = 80;

    /** Where the instances of the application listen. */
    public static final int APP_PORT = 8000;

    /** Where PostgreSQL listens. */
    public static final int DATABASE_PORT = 5432;

    /** Where Redis listens. */
    public static final int CACHE_PORT = 6379;

    private static final String APP_ACCOUNT = "shop";
    private static final String DATABASE_ACCOUNT = "postgres";
    private static final int OK = 200;

    /** Each instance is asked several times, as each of its threads connects by itself. */
    private static final int ENOUGH = 8;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final List<HostSpec> SPECS =
            List.of(
                    HostSpec.debian("lb").role(Role.LOAD_BALANCER).address("10.77.8.1"),
                    HostSpec.debian("app1").role(Role.DJANGO).address("10.77.8.11"),
                    HostSpec.debian("app2").role(Role.DJANGO).address("10.77.8.12"),
                    HostSpec.debian("db").role(Role.DATABASE).address("10.77.8.21"),
                    HostSpec.debian("cache").role(Role.CACHE).address("10.77.8.31"));

    private final List<LabHost> hosts;
    private final Map<LabHost, HostProgram> programs = new HashMap<>();
    private final Socket visitor = new Socket();

    private Chain(List<LabHost> hosts) {
        this.hosts = hosts;
    }

    /**
     * Starts the hosts and all that runs on them, and returns when each instance has answered, so
     * that every connection is there. The hosts end with their laboratory. A visitor from the
     * laboratory's own end of the network stays connected to HAProxy and says nothing.
     */
    public static Chain start(Lab lab) {
        Chain chain = new Chain(lab.hosts(SPECS));
        chain.nameHosts();
        AtOnce.perform(
                List.of(
                        done(chain::makeDatabase),
                        done(chain::launchCache),
                        done(() -> installApp(chain.app(1))),
                        done(() -> installApp(chain.app(2)))));
        chain.startApp(1);
        chain.startApp(2);
        chain.launchLoadBalancer();
        chain.awaitBoth();
        chain.visit();
        return chain;
    }

    private static Callable<Boolean> done(Runnable step) {
        return () -> {
            step.run();
            return true;
        };
    }

    /** All five hosts, in the order of a request's way. */
    public List<LabHost> hosts() {
        return hosts;
    }

    /** The host of HAProxy. */
    public LabHost loadBalancer() {
        return hosts.get(0);
    }

    /** The host of instance 1 or 2. */
    public LabHost app(int number) {
        if (number != 1 && number != 2) {
            throw new IllegalArgumentException("there is no instance " + number);
        }
        return hosts.get(number);
    }

    /** The host of PostgreSQL. */
    public LabHost database() {
        return hosts.get(3);
    }

    /** The host of Redis. */
    public LabHost cache() {
        return hosts.get(4);
    }

    /**
     * Orders something through HAProxy.
     *
     * <p>Its connection to HAProxy ends with the answer.
     *
     * @return the status and the text, which begins with the name of the host that answered
     */
    public HttpResponse<String> order() {
        URI shop = URI.create("http://%s:%d/".formatted(loadBalancer().address(), WEB_PORT));
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            return client.send(
                    HttpRequest.newBuilder(shop)
                            .version(HttpClient.Version.HTTP_1_1)
                            .timeout(LIMIT)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the shop does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while the shop was answering", e);
        }
    }

    /** Ends one instance; the other goes on. */
    public void stopApp(int number) {
        stop(app(number), "QUIT");
    }

    /** Starts an instance and returns when it listens. */
    public void startApp(int number) {
        LabHost host = app(number);
        launch(
                host,
                APP_ACCOUNT,
                APP_PORT,
                "gunicorn",
                "--chdir=/srv/shop",
                "--bind=%s:%d".formatted(host.address(), APP_PORT),
                "--threads=2",
                "--keep-alive=600",
                "shop:application");
    }

    /** Ends PostgreSQL at once, whoever is connected. */
    public void stopDatabase() {
        stop(database(), "INT");
    }

    /** Starts PostgreSQL again and returns when it listens. */
    public void startDatabase() {
        String version = database().run("ls /etc/postgresql").strip();
        launch(
                database(),
                DATABASE_ACCOUNT,
                DATABASE_PORT,
                "/usr/lib/postgresql/%s/bin/postgres".formatted(version),
                "-D",
                "/var/lib/postgresql/%s/main".formatted(version),
                "-c",
                "config_file=/etc/postgresql/%s/main/postgresql.conf".formatted(version));
    }

    /**
     * Opens a connection that was not there, from a program of the account {@code backup}, and
     * returns when it stands. Stopping the program removes it at both ends at once, without the
     * minute that TIME-WAIT takes.
     */
    public HostProgram connect(LabHost from, LabHost to, int port) {
        return from.launch(
                        "backup",
                        "python3",
                        "-c",
                        Resources.text("chain/connect.py"),
                        to.address(),
                        Integer.toString(port))
                .awaitConnection(to.address(), port);
    }

    /**
     * Orders until both instances have answered well and no order fails, so that all connections
     * between HAProxy, the instances, PostgreSQL and Redis stand.
     */
    public void awaitBoth() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!bothAnswer()) {
            if (System.nanoTime() > deadline) {
                throw new LabException("the shop is not whole: %s; %s".formatted(order(), logs()));
            }
        }
    }

    private boolean bothAnswer() {
        Set<String> answering = new HashSet<>();
        for (int request = 0; request < ENOUGH; request++) {
            HttpResponse<String> answer = order();
            if (answer.statusCode() != OK) {
                return false;
            }
            answering.add(answer.body().split(" ", 2)[0]);
        }
        return answering.size() == 2;
    }

    /** Lets go of the shop; the hosts stay until their laboratory ends. */
    @Override
    public void close() {
        try {
            visitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot leave the shop", e);
        }
    }

    private void visit() {
        try {
            visitor.connect(new InetSocketAddress(loadBalancer().address(), WEB_PORT));
        } catch (IOException e) {
            throw new UncheckedIOException("nobody is let into the shop", e);
        }
    }

    /** Every host finds the others by name. */
    private void nameHosts() {
        StringBuilder names = new StringBuilder();
        hosts.forEach(host -> names.append("%s %s%n".formatted(host.address(), host.name())));
        hosts.forEach(
                host -> host.run("printf '%s' \"$1\" >>/etc/hosts", List.of(names.toString())));
    }

    private void makeDatabase() {
        database().run(Resources.text("chain/open-database.sh"));
        startDatabase();
        database().run(Resources.text("chain/make-database.sh"));
    }

    private void launchCache() {
        launch(
                cache(),
                "redis",
                CACHE_PORT,
                "redis-server",
                "/etc/redis/redis.conf",
                "--daemonize",
                "no",
                "--bind",
                "0.0.0.0",
                "--protected-mode",
                "no");
    }

    private static void installApp(LabHost host) {
        host.run("useradd --system --user-group --home-dir /srv/shop " + APP_ACCOUNT);
        host.writeFile("/srv/shop/shop.py", Resources.text("chain/shop.py"));
    }

    private void launchLoadBalancer() {
        loadBalancer().writeFile("/etc/haproxy/haproxy.cfg", Resources.text("chain/haproxy.cfg"));
        launch(loadBalancer(), "root", WEB_PORT, "haproxy", "-W", "-f", "/etc/haproxy/haproxy.cfg");
    }

    private void launch(LabHost host, String account, int port, String... words) {
        HostProgram program = host.launch(account, words).awaitPort(port);
        synchronized (programs) {
            programs.put(host, program);
        }
    }

    private void stop(LabHost host, String signal) {
        synchronized (programs) {
            HostProgram program = programs.remove(host);
            if (program == null) {
                throw new LabException("nothing runs on host " + host.name());
            }
            program.end(signal);
        }
    }

    private String logs() {
        synchronized (programs) {
            return programs.values().stream().map(HostProgram::log).collect(joining("\n"));
        }
    }
}
