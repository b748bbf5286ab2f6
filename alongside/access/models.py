"""Who works here, in which team, in which role."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from alongside.access.links.models import SecretLink
from alongside.access.trail.models import ChainHead, Change, Look

__all__ = ["ChainHead", "Change", "Look", "Post", "SecretLink", "Team", "User", "UserManager"]


class UserManager(BaseUserManager["User"]):
    def create_user(self, *, email: str, name: str, password: str | None = None) -> "User":
        """Make an account that can sign in. Without a password only a sign-in service can open it."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A practitioner, manager or partner with an account of their own."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    agency = models.CharField(max_length=200, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    # Goes up when somebody's sessions must end everywhere at once: it is part of what a session is checked against.
    sessions_ended = models.PositiveIntegerField(default=0, editable=False)
    # How many notices wait, kept here because every page shows it and reads the account anyway.
    unread_notices = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_email")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        key = f"{self.password}:{self.sessions_ended}"
        return salted_hmac("alongside.access.session", key, secret=secret, algorithm="sha256").hexdigest()


class Team(models.Model):
    """People who share the work with a set of families."""

    name = models.CharField(max_length=200, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A person's role in a team, such as manager; one person may hold several."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="posts")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="posts")
    role = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "team", "role"], name="a_post_is_held_once")]

    def __str__(self) -> str:
        return f"{self.role} in {self.team}"
