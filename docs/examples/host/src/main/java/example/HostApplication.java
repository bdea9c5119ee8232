package example;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The host's own routes; it lists them, because a scan would find the module's, too. */
@ApplicationPath("host")
public class HostApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EnrollmentDesk.class);
    }
}
