package dev.cadastre.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/**
 * Starts a server instance. People and their passwords are Cadastre's own, so that none is made up
 * at the start.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Cadastre")
public class CadastreServer {

    /** Runs until the process is asked to end. */
    public static void main(String[] arguments) {
        SpringApplication.run(CadastreServer.class, arguments);
    }
}
